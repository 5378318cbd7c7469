import type { TenantTransaction } from '#platform/database';
import type { ReceivedNumberChange } from './inbound.ts';
import { changeNumberRows, findChannelsByPhoneNumber, markBusinessAppSeen } from './store.ts';

/** Takes over what the provider told about numbers: quality, limit, name, throughput. */
export async function changeNumbers(
  transaction: TenantTransaction,
  changes: readonly ReceivedNumberChange[],
): Promise<void> {
  for (const { accountId: wabaId, ...change } of changes) {
    for (const channelId of await changeNumberRows(transaction, { ...change, wabaId })) {
      transaction.publish({ type: 'channel.updated', channelId });
    }
  }
}

/** Takes over when the WhatsApp Business app of numbers was in use: Meta ends coexistence two weeks after that. */
export async function noteBusinessApp(
  transaction: TenantTransaction,
  seen: readonly { readonly channelId: string; readonly at: Date }[],
): Promise<void> {
  if (seen.length === 0) return;
  await markBusinessAppSeen(
    transaction,
    seen.map(({ channelId }) => channelId),
    seen.map(({ at }) => at),
  );
}

/** Ids of connected channels by the digits of their numbers. */
export async function findChannelsByNumber(
  transaction: TenantTransaction,
  phoneNumbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (phoneNumbers.length === 0) return new Map();
  const rows = await findChannelsByPhoneNumber(transaction, phoneNumbers);
  return new Map(rows.map(({ id, phoneNumber }) => [phoneNumber, id]));
}
