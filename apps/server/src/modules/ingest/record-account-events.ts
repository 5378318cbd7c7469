import { accountEvents } from '@renkei/contract';
import type { ReceivedAccountEvent } from '#modules/channels';
import { sha256 } from '#platform/crypto';
import type { TenantTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import type { AccountSink } from './needs.ts';
import { insertAccountEvents } from './store-account-events.ts';

export interface PlacedAccountEvent extends ReceivedAccountEvent {
  readonly channelId: string | null;
  readonly rawEventId: string;
  readonly receivedAt: Date;
}

/** Keeps what the provider told, once however often it is told. */
export async function recordAccountEvents(
  account: AccountSink,
  transaction: TenantTransaction,
  events: readonly PlacedAccountEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const numbers = new Set(
    events.flatMap(({ channelId, phoneNumber }) => (channelId === null ? (phoneNumber ?? []) : [])),
  );
  const channels = await account.findChannels(transaction, [...numbers]);
  const rows = new Map(
    events.map((event) => {
      const dedupKey = dedupKeyOf(event);
      const { field, rawEventId, value, told, accountId: wabaId } = event;
      const channelId = event.channelId ?? channels.get(event.phoneNumber ?? '') ?? null;
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
          kind: told?.kind ?? null,
          severity: told ? accountEvents[told.kind].severity : ('info' as const),
          data: told?.data ?? null,
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
