import { MapPinHouse } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../../i18n/language.ts';
import { AnswerButton } from '../../parts/AnswerButton.tsx';
import styles from '../../parts/kinds.module.css';
import { useOneAnswer } from '../../parts/use-one-answer.ts';
import { AddressSheet } from '../address/AddressSheet.tsx';
import type { InteractiveActionProps } from '../interactive-action.ts';

/** India's address form. */
export function AddressAction({ action, message }: InteractiveActionProps) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const { answer, isAnswered, reply } = useOneAnswer(message);
  return (
    <div className={styles.answers}>
      <AnswerButton
        title={answer ? text.address.given : text.address.give}
        icon={MapPinHouse}
        isChosen={answer !== undefined}
        isDisabled={isAnswered}
        onPress={() => setOpen(true)}
      />
      {isOpen && (
        <AddressSheet
          action={action}
          onClose={() => setOpen(false)}
          onGiven={(given) => {
            setOpen(false);
            reply({
              type: 'interactive',
              content: { type: 'nfm_reply', nfm_reply: { name: 'address_message', body: given.summary } },
              request: {
                type: 'address_reply',
                content: {
                  messageId: message.id,
                  savedAddressId: given.savedAddressId,
                  values: given.values,
                },
              },
            });
          }}
        />
      )}
    </div>
  );
}
