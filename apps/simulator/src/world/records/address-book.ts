import type { SavedContact } from '../coexistence/saved-contact.ts';
import { chatKey, type World } from '../world.ts';

/** The address books of coexistence numbers. */
export const addressBookRecords = {
  'contact-saved': (world: World, { contact }: { readonly contact: SavedContact }) => {
    world.addressBook.set(chatKey(contact.phoneNumberId, contact.waId), contact);
  },
  'contact-removed': (
    world: World,
    { phoneNumberId, waId }: { readonly phoneNumberId: string; readonly waId: string },
  ) => {
    world.addressBook.delete(chatKey(phoneNumberId, waId));
  },
};
