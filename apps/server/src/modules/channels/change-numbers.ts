import type { TenantTransaction } from '#platform/database';
import type { ReceivedNumberChange } from './inbound.ts';
import { changeNumberRows, findChannelsByPhoneNumber } from './store.ts';

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

/** Ids of connected channels by the digits of their numbers. */
export async function findChannelsByNumber(
  transaction: TenantTransaction,
  phoneNumbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (phoneNumbers.length === 0) return new Map();
  const rows = await findChannelsByPhoneNumber(transaction, phoneNumbers);
  return new Map(rows.map(({ id, phoneNumber }) => [phoneNumber, id]));
}
