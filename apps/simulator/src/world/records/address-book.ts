import { chatKey, type World } from '../world.ts';

/** Somebody in the address book of a Business app. */
export interface SavedContact {
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly fullName: string;
  readonly firstName?: string | undefined;
}

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
