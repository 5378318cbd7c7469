import { useChat } from '../../../chat/chat-context.ts';
import { useText } from '../../../i18n/language.ts';
import type { ShownMessage } from '../../../session/outbox.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import styles from '../../parts/kinds.module.css';
import { OrderLines } from './OrderLines.tsx';
import type { OrderDetails } from './order-details.ts';

type OrderSheetProps = Readonly<{ order: OrderDetails; message: ShownMessage; onClose: () => void }>;

const outcomes = ['captured', 'pending', 'failed'] as const;

/** The whole invoice, and how the payment shall go: a virtual phone moves no money. */
export function OrderSheet({ order, message, onClose }: OrderSheetProps) {
  const text = useText();
  const { act, send } = useChat();
  const card = order.payment_settings.find((setting) => setting.offsite_card_pay)?.offsite_card_pay;

  const pay = (status: (typeof outcomes)[number]) => {
    if (card && status === 'captured') {
      const { last_four_digits, credential_id } = card;
      const paid = { reference_id: order.reference_id, last_four_digits, credential_id };
      send({
        type: 'interactive',
        content: { type: 'payment_method', payment_method: paid },
        request: {
          type: 'payment_method',
          content: {
            referenceId: order.reference_id,
            lastFourDigits: last_four_digits,
            credentialId: credential_id,
          },
        },
      });
    }
    act('pay', { messageId: message.id, status });
    onClose();
  };

  return (
    <Sheet title={text.orders.reference(order.reference_id)} onClose={onClose}>
      <OrderLines order={order} />
      <div className={styles.stack}>
        {outcomes.map((status) => (
          <Button key={status} tone={status === 'captured' ? 'accent' : 'plain'} onClick={() => pay(status)}>
            {text.orders.pay[status]}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}
