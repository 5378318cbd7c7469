import { Plural, Trans } from '@lingui/react/macro';
import { UnstyledButton } from '@mantine/core';
import { Pin, PinOff } from 'lucide-react';
import styles from '../content.module.css';
import { useConversationPlace } from '../conversation-context.ts';
import type { ContentViewProps } from '../view-props.ts';

export function PinContent({ content }: ContentViewProps<'pin'>) {
  const place = useConversationPlace();
  const { days, targetMessageId } = content;
  const Icon = days === null ? PinOff : Pin;
  return (
    <>
      <Icon className={styles.inlineIcon} size={13} aria-hidden />{' '}
      {days === null ? (
        <Trans>A message is no longer pinned</Trans>
      ) : (
        <Plural value={days} one="Pinned a message for # day" other="Pinned a message for # days" />
      )}
      {place === null ? null : (
        <>
          {' '}
          <UnstyledButton className={styles.inlineLink} onClick={() => place.jumpTo(targetMessageId)}>
            <Trans>Show it</Trans>
          </UnstyledButton>
        </>
      )}
    </>
  );
}
