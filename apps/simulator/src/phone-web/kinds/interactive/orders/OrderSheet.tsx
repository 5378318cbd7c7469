import { useChat } from '../../../chat/chat-context.ts';
import { useLanguage, useText } from '../../../i18n/language.ts';
import { formatMoney } from '../../../i18n/money.ts';
import type { ShownMessage } from '../../../session/outbox.ts';
import { Button } from '../../../ui/Button.tsx';
import { Sheet } from '../../../ui/Sheet.tsx';
import styles from '../../parts/kinds.module.css';
import { amountOf, type OrderDetails } from './order-details.ts';

type OrderSheetProps = Readonly<{ order: OrderDetails; message: ShownMessage; onClose: () => void }>;

const parts = ['subtotal', 'tax', 'shipping', 'discount'] as const;
const outcomes = ['captured', 'pending', 'failed'] as const;

/** The whole invoice, and how the payment shall go: a virtual phone moves no money. */
export function OrderSheet({ order, message, onClose }: OrderSheetProps) {
  const text = useText();
  const language = useLanguage();
  const { act, send } = useChat();
  const money = (amount: number) => formatMoney(amount, order.currency, language);
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
      <ul className={styles.lines}>
        {order.order.items.map((item) => (
          <li key={item.name}>
            <span>
              {item.quantity} × {item.name}
            </span>
            <span>{money(amountOf(item.sale_amount ?? item.amount) * item.quantity)}</span>
          </li>
        ))}
        {parts.map((part) => {
          const amount = order.order[part];
          if (!amount) return null;
          return (
            <li key={part} data-quiet>
              <span>{amount.description ?? text.orders.parts[part]}</span>
              <span>
                {part === 'discount' ? '−' : ''}
                {money(amountOf(amount))}
              </span>
            </li>
          );
        })}
        <li data-total>
          <span>{text.commerce.total}</span>
          <span>{money(amountOf(order.total_amount))}</span>
        </li>
      </ul>
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
