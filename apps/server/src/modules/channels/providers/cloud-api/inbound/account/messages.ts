import type { MessagesValue } from '@renkei/graph-api';
import { refusalOf, type Telling, tell } from './define.ts';
import { tellPayment } from './payments.ts';

/** What a `messages` value tells besides messages and their statuses. */
export function tellMessages(value: MessagesValue): readonly Telling[] {
  const payments = value.statuses.flatMap((reading) =>
    reading.ok && reading.status.type === 'payment' ? [tellPayment(reading.status, value)] : [],
  );
  // Beside messages, errors are those of the messages.
  const faults = value.messages.length > 0 ? [] : value.errors;
  return [
    ...payments,
    ...faults.map((error) => ({
      event: 'errors',
      told: tell('number.fault', { code: error.code, ...refusalOf([error]) }),
      value: error,
    })),
    ...value.userActions.map(tellClick),
  ];
}

function tellClick(reading: MessagesValue['userActions'][number]): Telling {
  if (!reading.ok) return { event: 'user_action', told: null, value: reading.raw };
  const { action_type: event, marketing_messages_link_click_data: click, timestamp } = reading.item;
  return {
    event,
    told:
      event === 'marketing_messages_link_click'
        ? tell('marketing.link_clicked', {
            component: click?.click_component ?? null,
            productId: click?.product_id ?? null,
            clickId: click?.click_id ?? null,
          })
        : null,
    occurredAt: new Date(timestamp * 1000),
    value: reading.raw,
  };
}
