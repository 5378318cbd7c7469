import type { TenantTransaction } from '#platform/database';
import type { ServerModule } from '#platform/module';
import { findOrCreateRecipient } from './find-or-create-recipient.ts';
import { getContact } from './get-contact.ts';
import { holdContact } from './hold-contact.ts';
import type { Sighting } from './identity-book.ts';
import type { ContactsNeeds } from './needs.ts';
import type { Recipient } from './parse-recipient.ts';
import { recordPreferences } from './record-preferences.ts';
import { type ResolvedContacts, resolveContacts } from './resolve-contacts.ts';
import { contactsRoutes } from './routes.ts';
import { type MarketingPreference, readPreferences } from './store-preferences.ts';
import { readContacts } from './store-views.ts';
import { nameOf, phoneNumberOf } from './view-contact.ts';

export interface ContactName {
  readonly name: string;
  /** E.164 with +; null while WhatsApp hides the number. */
  readonly phoneNumber: string | null;
}

/** What other modules ask contacts. */
export interface Contacts {
  /** Whom sightings are; makes, aliases and merges contacts. */
  resolve(transaction: TenantTransaction, sightings: readonly Sighting[]): Promise<ResolvedContacts>;
  /** The contact of whom a member has named, by number or user id. */
  findOrCreateRecipient(transaction: TenantTransaction, recipient: Recipient, name?: string): Promise<string>;
  /** What people decided in WhatsApp about messages of a category; the latest of each counts. */
  recordPreferences(
    transaction: TenantTransaction,
    preferences: readonly MarketingPreference[],
  ): Promise<void>;
  /** What people decided about marketing messages from a number; those who decided nothing are left out. */
  preferences(
    transaction: TenantTransaction,
    channelId: string,
    contactIds: readonly string[],
  ): Promise<ReadonlyMap<string, MarketingPreference>>;
  /** The id of a contact; of one that was merged, of the one that stayed. Throws `not_found`. */
  resolveId(transaction: TenantTransaction, contactId: string): Promise<string>;
  /** The same, and it stays so to the end of the transaction: who writes something down about a contact holds it. */
  hold(transaction: TenantTransaction, contactId: string): Promise<string>;
  /** Names by the ids asked for, which may be of merged contacts. */
  names(
    transaction: TenantTransaction,
    contactIds: readonly string[],
  ): Promise<ReadonlyMap<string, ContactName>>;
}

/** People, and by which ids the providers know them. */
export function createContactsModule(needs: ContactsNeeds): {
  readonly module: ServerModule;
  readonly contacts: Contacts;
} {
  const { clock } = needs.platform;
  return {
    module: { name: 'contacts', routes: contactsRoutes(needs), workers: [] },
    contacts: {
      resolve: (transaction, sightings) => resolveContacts(transaction, sightings, clock.now()),
      findOrCreateRecipient: (transaction, recipient, name) =>
        findOrCreateRecipient(transaction, recipient, name, clock.now()),
      recordPreferences,
      async preferences(transaction, channelId, contactIds) {
        const rows = await readPreferences(transaction, channelId, contactIds);
        return new Map(rows.map((row) => [row.contactId, row]));
      },
      resolveId: async (transaction, contactId) => (await getContact(transaction, contactId)).id,
      hold: holdContact,
      async names(transaction, contactIds) {
        const rows = await readContacts(transaction, contactIds);
        return new Map(
          rows.map((row) => [row.asked_id, { name: nameOf(row), phoneNumber: phoneNumberOf(row) }]),
        );
      },
    },
  };
}
