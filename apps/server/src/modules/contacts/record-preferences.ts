import type { TenantTransaction } from '#platform/database';
import { type MarketingPreference, upsertPreferences } from './store-preferences.ts';

/** Keeps the latest decision of each person, number and category, in whatever order they are told. */
export async function recordPreferences(
  transaction: TenantTransaction,
  preferences: readonly MarketingPreference[],
): Promise<void> {
  const latest = new Map<string, MarketingPreference>();
  for (const preference of preferences) {
    const key = `${preference.contactId} ${preference.channelId} ${preference.category}`;
    const before = latest.get(key);
    if (!before || isLater(preference, before)) latest.set(key, preference);
  }
  for (const contactId of await upsertPreferences(transaction, [...latest.values()])) {
    transaction.publish({ type: 'contact.updated', contactId });
  }
}

/** Of the same second, `stop` counts: who may not be written to must never be. */
function isLater(one: MarketingPreference, other: MarketingPreference): boolean {
  const difference = one.decidedAt.getTime() - other.decidedAt.getTime();
  return difference === 0 ? one.choice === 'stop' : difference > 0;
}
