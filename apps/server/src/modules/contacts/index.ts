/** People: one contact each, known by the ids that providers use, with the name and note that members give. */
export type { ContactMerge, Sighting } from './identity-book.ts';
export { type ContactName, type Contacts, createContactsModule } from './module.ts';
export type { ContactsNeeds } from './needs.ts';
export { parseRecipient, type Recipient, recipientKeysOf } from './parse-recipient.ts';
export type { ResolvedContacts } from './resolve-contacts.ts';
export type { MarketingPreference } from './store-preferences.ts';
export { groupNameOf } from './view-contact.ts';
