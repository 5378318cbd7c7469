import { PackageCheck } from 'lucide-react';
import { z } from 'zod';
import { useText } from '../../../i18n/language.ts';
import styles from '../../parts/kinds.module.css';
import type { InteractiveActionProps } from '../interactive-action.ts';

const orderStatusSchema = z.looseObject({
  parameters: z.looseObject({
    reference_id: z.string(),
    order: z.looseObject({ status: z.string(), description: z.string().optional() }),
  }),
});

export function OrderStatusAction({ action }: InteractiveActionProps) {
  const text = useText();
  const parsed = orderStatusSchema.safeParse(action);
  if (!parsed.success) return null;
  const { reference_id: reference, order } = parsed.data.parameters;
  // The page for Brazil writes one of the words with a dash.
  const status = order.status.replace('-', '_');
  const words: Readonly<Record<string, string>> = text.orders.statuses;
  return (
    <div className={styles.card}>
      <PackageCheck size={24} aria-hidden="true" />
      <span className={styles.cardText}>
        <strong>{words[status] ?? order.status}</strong>
        <small>{text.orders.reference(reference)}</small>
        {order.description && <small>{order.description}</small>}
      </span>
    </div>
  );
}
