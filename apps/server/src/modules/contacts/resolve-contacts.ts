import type { TenantTransaction } from '#platform/database';
import { type ContactMerge, IdentityBook, listLookupKeys, type Sighting } from './identity-book.ts';
import {
  insertContacts,
  lockContacts,
  mergeContacts,
  readIdentities,
  updateProfiles,
  upsertIdentities,
} from './store.ts';
import { movePreferences } from './store-preferences.ts';

export interface ResolvedContacts {
  /** In the order of the sightings. */
  readonly contactIds: readonly string[];
  /** Contacts that turned out to be another one: whoever keeps something by contact has to move it. */
  readonly merges: readonly ContactMerge[];
}

/**
 * Whom sightings are: finds, makes and merges contacts by their identities, all in one go. People who are known and
 * have not changed cost one read and no lock.
 */
export async function resolveContacts(
  transaction: TenantTransaction,
  sightings: readonly Sighting[],
  now: Date,
): Promise<ResolvedContacts> {
  if (sightings.length === 0) return { contactIds: [], merges: [] };
  const keys = uniqueKeys(sightings);
  const first = await look(transaction, keys, sightings, now);
  const needsLock =
    first.changes.created.length + first.changes.merges.length + first.changes.identities.length > 0;
  const { book, seen, changes } = needsLock
    ? await lockContacts(transaction).then(() => look(transaction, keys, sightings, now))
    : first;

  await insertContacts(transaction, changes.created);
  await mergeContacts(transaction, changes.merges, changes.updated);
  await movePreferences(transaction, changes.merges);
  await upsertIdentities(transaction, changes.identities, now);
  await updateProfiles(transaction, [...changes.updated, ...changes.seenAgain]);
  for (const { id } of [...changes.created, ...changes.updated]) {
    transaction.publish({ type: 'contact.updated', contactId: id });
  }
  return { contactIds: seen.map((contactId) => book.resolve(contactId)), merges: changes.merges };
}

type Keys = ReturnType<typeof listLookupKeys>;

async function look(transaction: TenantTransaction, keys: Keys, sightings: readonly Sighting[], now: Date) {
  const book = new IdentityBook(await readIdentities(transaction, keys), now);
  const seen = sightings.map((sighting) => book.see(sighting));
  return { book, seen, changes: book.changes() };
}

function uniqueKeys(sightings: readonly Sighting[]): Keys {
  const keys = sightings.flatMap(listLookupKeys);
  return [...new Map(keys.map((key) => [`${key.kind} ${key.value}`, key])).values()];
}
