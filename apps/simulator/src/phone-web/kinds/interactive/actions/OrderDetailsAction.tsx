import { CreditCard } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../../i18n/language.ts';
import { AnswerButton } from '../../parts/AnswerButton.tsx';
import styles from '../../parts/kinds.module.css';
import type { InteractiveActionProps } from '../interactive-action.ts';
import { OrderSheet } from '../orders/OrderSheet.tsx';
import { OrderSummary } from '../orders/OrderSummary.tsx';
import { orderDetailsSchema } from '../orders/order-details.ts';

/** An invoice that can be reviewed and paid. */
export function OrderDetailsAction({ action, message }: InteractiveActionProps) {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const parsed = orderDetailsSchema.safeParse(action);
  if (!parsed.success) return null;
  const isPaid = message.payment === 'captured';
  return (
    <>
      <OrderSummary order={parsed.data.parameters} payment={message.payment} />
      <div className={styles.answers}>
        <AnswerButton
          title={isPaid ? text.orders.paid : text.orders.reviewAndPay}
          icon={CreditCard}
          isChosen={isPaid}
          isDisabled={isPaid || message.direction === 'sent'}
          onPress={() => setOpen(true)}
        />
      </div>
      {isOpen && (
        <OrderSheet order={parsed.data.parameters} message={message} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
