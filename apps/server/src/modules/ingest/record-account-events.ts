import type { ReceivedAccountEvent } from '#modules/channels';
import { sha256 } from '#platform/crypto';
import type { TenantTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import { insertAccountEvents } from './store-account-events.ts';

export interface PlacedAccountEvent extends ReceivedAccountEvent {
  readonly channelId: string | null;
  readonly rawEventId: string;
  readonly receivedAt: Date;
}

/** Keeps what the provider told, once however often it is told. */
export async function recordAccountEvents(
  transaction: TenantTransaction,
  events: readonly PlacedAccountEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const rows = new Map(
    events.map((event) => {
      const dedupKey = dedupKeyOf(event);
      const { field, channelId, rawEventId, value, accountId: wabaId } = event;
      const occurredAt = event.occurredAt ?? event.receivedAt;
      return [
        dedupKey.toString('hex'),
        {
          id: newId(),
          dedupKey,
          field,
          event: event.event,
          channelId,
          wabaId,
          value,
          rawEventId,
          occurredAt,
        },
      ];
    }),
  );
  for (const accountEventId of await insertAccountEvents(transaction, [...rows.values()])) {
    transaction.publish({ type: 'accountEvent.created', accountEventId });
  }
}

/** The provider gives no id: what it says, of whom and when is the key. */
function dedupKeyOf({ field, event, accountId, occurredAt, value }: PlacedAccountEvent): Buffer {
  return sha256(JSON.stringify([field, event, accountId, occurredAt?.getTime() ?? null, value]));
}
