import type { ReceivedPreference, ReceivedSighting } from '#modules/channels';
import type { Origin } from '#modules/ingest';
import type { TenantTransaction } from '#platform/database';
import { moveConversations } from './move-conversations.ts';
import type { InboundNeeds } from './needs.ts';

/** People and groups told of outside of any message: their names and ids, and what they decided about marketing. */
export async function noticePeople(
  needs: InboundNeeds,
  transaction: TenantTransaction,
  {
    sightings,
    preferences,
  }: {
    readonly sightings: readonly (ReceivedSighting & Origin)[];
    readonly preferences: readonly (ReceivedPreference & Origin)[];
  },
): Promise<void> {
  if (sightings.length + preferences.length === 0) return;
  const { contactIds, merges } = await needs.contacts.resolve(transaction, [
    ...preferences.map(({ person, decidedAt: seenAt }) => ({ ...person, seenAt })),
    ...sightings.map(({ person, previous, seenAt }) => ({
      ...person,
      seenAt,
      ...(previous ? { previous } : {}),
    })),
  ]);
  await moveConversations(needs, transaction, merges);
  const decided = preferences.flatMap(({ channelId, category, choice, decidedAt }, index) => {
    const contactId = contactIds[index];
    return contactId === undefined ? [] : [{ contactId, channelId, category, choice, decidedAt }];
  });
  await needs.contacts.recordPreferences(transaction, decided);
  await needs.consent.takePreferences(transaction, decided);
}
