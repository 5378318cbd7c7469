import type { Identity } from '@renkei/contract';
import { named, type TenantTransaction } from '#platform/database';

/** The reading half of `contacts` and `identities`. */
export interface ContactRow {
  /** The id that was asked for, which may be of a contact that has been merged. */
  readonly asked_id: string;
  readonly id: string;
  readonly given_name: string | null;
  readonly profile_name: string | null;
  readonly username: string | null;
  readonly note: string;
  readonly created_at: Date;
  /** Those that are the contact's now, the latest first. */
  readonly identities: readonly Identity[];
}

const identitiesOf = `(
  select coalesce(jsonb_agg(jsonb_build_object('kind', identity.kind, 'value', identity.value)
                            order by identity.created_at desc, identity.value), '[]')
  from identities identity
  where identity.workspace_id = contact.workspace_id and identity.contact_id = contact.id
    and identity.released_at is null) as identities`;

/** Contacts by id, also by ids that were merged away; in no particular order. */
export function readContacts(
  transaction: TenantTransaction,
  contactIds: readonly string[],
): Promise<readonly ContactRow[]> {
  return transaction.query<ContactRow>(
    named('read_contacts', {
      text: `select asked.id as asked_id, contact.id, contact.given_name, contact.profile_name, contact.username,
                    contact.note, contact.created_at, ${identitiesOf}
             from contacts asked join contacts contact
               on contact.workspace_id = asked.workspace_id and contact.id = coalesce(asked.merged_into, asked.id)
             where asked.workspace_id = $1 and asked.id = any($2::uuid[])`,
      values: [transaction.workspaceId, contactIds],
    }),
  );
}

export interface ContactPage {
  /** Already escaped for LIKE, without the surrounding signs. */
  readonly searchPattern: string | null;
  readonly searchDigits: string | null;
  readonly after: { readonly name: string; readonly id: string } | undefined;
  readonly limit: number;
}

export interface ListedContactRow extends ContactRow {
  readonly sort_name: string;
}

/** By name, those without one last. */
export function listContactRows(
  transaction: TenantTransaction,
  { searchPattern, searchDigits, after, limit }: ContactPage,
): Promise<readonly ListedContactRow[]> {
  return transaction.query<ListedContactRow>(
    named('list_contacts', {
      text: `select contact.id as asked_id, contact.id, contact.given_name, contact.profile_name, contact.username,
                    contact.note, contact.created_at, sort_name, ${identitiesOf}
             from contacts contact,
               lower(coalesce(contact.given_name, contact.profile_name, contact.username, U&'\\FFFF')) as sort_name
             where contact.workspace_id = $1 and contact.merged_into is null
               and ($2::text is null
                    or concat_ws(' ', contact.given_name, contact.profile_name, contact.username) ilike '%' || $2 || '%'
                    or ($3::text is not null and exists (
                      select from identities identity
                      where identity.workspace_id = $1 and identity.contact_id = contact.id
                        and identity.kind in ('phone', 'wa_id') and identity.value like '%' || $3 || '%')))
               and ($4::text is null or (sort_name, contact.id) > ($4::text, $5::uuid))
             order by sort_name, contact.id limit $6`,
      values: [
        transaction.workspaceId,
        searchPattern,
        searchDigits,
        after?.name ?? null,
        after?.id ?? null,
        limit,
      ],
    }),
  );
}
