import { named, sql, type TenantTransaction } from '#platform/database';
import type { ContactEntry, ContactMerge, IdentityEntry, IdentityKind } from './identity-book.ts';

/** The writing half of `contacts` and `identities`. */
interface IdentityRow {
  readonly kind: IdentityKind;
  readonly value: string;
  readonly contact_id: string;
  readonly owned_since: Date | null;
  readonly released_at: Date | null;
  readonly given_name: string | null;
  readonly profile_name: string | null;
  readonly username: string | null;
  readonly profile_seen_at: Date | null;
  readonly note: string;
  readonly created_at: Date;
}

export async function readIdentities(
  transaction: TenantTransaction,
  keys: readonly { readonly kind: IdentityKind; readonly value: string }[],
): Promise<{ readonly identities: readonly IdentityEntry[]; readonly contacts: readonly ContactEntry[] }> {
  const rows = await transaction.query<IdentityRow>(
    named(
      'read_identities',
      sql`select identity.kind, identity.value, identity.contact_id, identity.owned_since, identity.released_at,
                 contact.given_name, contact.profile_name, contact.username, contact.profile_seen_at, contact.note,
                 contact.created_at
          from unnest(${keys.map((key) => key.kind)}::text[], ${keys.map((key) => key.value)}::text[])
            as wanted (kind, value)
          join identities identity on identity.workspace_id = ${transaction.workspaceId}
            and identity.kind = wanted.kind and identity.value = wanted.value
          join contacts contact on contact.workspace_id = ${transaction.workspaceId}
            and contact.id = identity.contact_id`,
    ),
  );
  const contacts = new Map(
    rows.map((row) => [
      row.contact_id,
      {
        id: row.contact_id,
        givenName: row.given_name,
        profileName: row.profile_name,
        username: row.username,
        profileSeenAt: row.profile_seen_at,
        note: row.note,
        createdAt: row.created_at,
      },
    ]),
  );
  const identities = rows.map((row) => ({
    kind: row.kind,
    value: row.value,
    contactId: row.contact_id,
    ownedSince: row.owned_since,
    releasedAt: row.released_at,
  }));
  return { identities, contacts: [...contacts.values()] };
}

/** Whoever is about to make or merge contacts waits here for the others who do, until they have committed. */
export async function lockContacts(transaction: TenantTransaction): Promise<void> {
  await transaction.execute(
    named(
      'lock_contacts',
      sql`select pg_advisory_xact_lock(hashtextextended('contacts ' || ${transaction.workspaceId}, 0))`,
    ),
  );
}

/** Against being merged, not against others who hold it too. */
export async function lockContact(
  transaction: TenantTransaction,
  contactId: string,
): Promise<{ readonly mergedInto: string | null } | undefined> {
  const [row] = await transaction.query<{ mergedInto: string | null }>(sql`
    select merged_into as "mergedInto" from contacts
    where workspace_id = ${transaction.workspaceId} and id = ${contactId} for share`);
  return row;
}

export async function insertContacts(
  transaction: TenantTransaction,
  contacts: readonly ContactEntry[],
): Promise<void> {
  if (contacts.length === 0) return;
  await transaction.execute(
    named(
      'insert_contacts',
      sql`insert into contacts
            (workspace_id, id, given_name, profile_name, username, profile_seen_at, note, created_at)
          select ${transaction.workspaceId}, item.*
          from unnest(${contacts.map((contact) => contact.id)}::uuid[],
                      ${contacts.map((contact) => contact.givenName)}::text[],
                      ${contacts.map((contact) => contact.profileName)}::text[],
                      ${contacts.map((contact) => contact.username)}::text[],
                      ${contacts.map((contact) => contact.profileSeenAt)}::timestamptz[],
                      ${contacts.map((contact) => contact.note)}::text[],
                      ${contacts.map((contact) => contact.createdAt)}::timestamptz[]) as item`,
    ),
  );
}

/** Profiles only: what members write is not ours to touch here. */
export async function updateProfiles(
  transaction: TenantTransaction,
  contacts: readonly ContactEntry[],
): Promise<void> {
  if (contacts.length === 0) return;
  const sorted = [...contacts].sort((one, other) => (one.id < other.id ? -1 : 1));
  await transaction.execute(
    named(
      'update_contact_profiles',
      sql`update contacts contact
          set profile_name = item.profile_name, username = item.username, profile_seen_at = item.profile_seen_at
          from unnest(${sorted.map((contact) => contact.id)}::uuid[],
                      ${sorted.map((contact) => contact.profileName)}::text[],
                      ${sorted.map((contact) => contact.username)}::text[],
                      ${sorted.map((contact) => contact.profileSeenAt)}::timestamptz[])
            as item (id, profile_name, username, profile_seen_at)
          where contact.workspace_id = ${transaction.workspaceId} and contact.id = item.id`,
    ),
  );
}

export async function upsertIdentities(
  transaction: TenantTransaction,
  identities: readonly IdentityEntry[],
  now: Date,
): Promise<void> {
  if (identities.length === 0) return;
  await transaction.execute(
    named(
      'upsert_identities',
      sql`insert into identities (workspace_id, kind, value, contact_id, owned_since, released_at, created_at)
          select ${transaction.workspaceId}, item.*, ${now}
          from unnest(${identities.map((identity) => identity.kind)}::text[],
                      ${identities.map((identity) => identity.value)}::text[],
                      ${identities.map((identity) => identity.contactId)}::uuid[],
                      ${identities.map((identity) => identity.ownedSince)}::timestamptz[],
                      ${identities.map((identity) => identity.releasedAt)}::timestamptz[]) as item
          on conflict (workspace_id, kind, value) do update
            set contact_id = excluded.contact_id, owned_since = excluded.owned_since,
                released_at = excluded.released_at`,
    ),
  );
}

/** Old ids keep leading to the contact that stays; what members wrote about either is kept with it. */
export async function mergeContacts(
  transaction: TenantTransaction,
  merges: readonly ContactMerge[],
  kept: readonly ContactEntry[],
): Promise<void> {
  if (merges.length === 0) return;
  const from = merges.map((merge) => merge.from);
  const into = merges.map((merge) => merge.into);
  await transaction.execute(sql`
    update contacts contact set merged_into = item.into_id
    from unnest(${from}::uuid[], ${into}::uuid[]) as item (from_id, into_id)
    where contact.workspace_id = ${transaction.workspaceId}
      and (contact.id = item.from_id or contact.merged_into = item.from_id)`);
  await transaction.execute(sql`
    update identities identity set contact_id = item.into_id
    from unnest(${from}::uuid[], ${into}::uuid[]) as item (from_id, into_id)
    where identity.workspace_id = ${transaction.workspaceId} and identity.contact_id = item.from_id`);
  await transaction.execute(sql`
    update contacts contact set given_name = item.given_name, note = item.note
    from unnest(${kept.map((contact) => contact.id)}::uuid[], ${kept.map((contact) => contact.givenName)}::text[],
                ${kept.map((contact) => contact.note)}::text[]) as item (id, given_name, note)
    where contact.workspace_id = ${transaction.workspaceId} and contact.id = item.id`);
}

export async function updateContactRow(
  transaction: TenantTransaction,
  contactId: string,
  change: { readonly givenName?: string | null | undefined; readonly note?: string | undefined },
): Promise<boolean> {
  const touched = await transaction.execute(
    sql`update contacts
        set given_name = case when ${change.givenName !== undefined}::boolean then nullif(${change.givenName ?? ''}, '')
                         else given_name end,
            note = coalesce(${change.note ?? null}::text, note)
        where workspace_id = ${transaction.workspaceId} and id = ${contactId}`,
  );
  return touched > 0;
}
