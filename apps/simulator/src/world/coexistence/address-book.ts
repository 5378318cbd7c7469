import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import type { JsonObject, PhoneNumber } from '../entities.ts';
import { userIdIn } from '../user-id.ts';
import type { SavedContact } from './saved-contact.ts';

/** Puts somebody into the address book of a Business app, or changes the entry: told by `smb_app_state_sync`. */
export function saveContact(simulation: Simulation, contact: SavedContact): void {
  simulation.commit({ kind: 'contact-saved', contact });
  tellOfContacts(simulation, contact.phoneNumberId, [describeContact(simulation, contact)]);
}

/** Takes somebody out of the address book again. */
export function removeContact(simulation: Simulation, phoneNumberId: string, waId: string): void {
  simulation.commit({ kind: 'contact-removed', phoneNumberId, waId });
  const removed = { type: 'contact', contact: { phone_number: waId }, action: 'remove' };
  tellOfContacts(simulation, phoneNumberId, [{ ...removed, metadata: stampNow(simulation) }]);
}

/** The address book an app has had before it was connected; nothing is told of it until it is asked for. */
export function bringContacts({ world, commit }: Simulation, digits: string, phoneNumberId: string): void {
  for (const contact of world.businessPasts.get(digits)?.contacts ?? []) {
    commit({ kind: 'contact-saved', contact: { ...contact, phoneNumberId } });
  }
}

/** The whole address book, in several webhooks. */
export function tellAddressBook(simulation: Simulation, { id }: PhoneNumber): void {
  const { world } = simulation;
  const contacts = [...world.addressBook.values()].filter(({ phoneNumberId }) => phoneNumberId === id);
  const size = world.settings.onboarding.contactChunkSize;
  for (let start = 0; start < contacts.length; start += size) {
    const entries = contacts
      .slice(start, start + size)
      .map((contact) => describeContact(simulation, contact));
    tellOfContacts(simulation, id, entries);
  }
}

/** An entry as the webhook has it; `add` also means a change. */
function describeContact(simulation: Simulation, contact: SavedContact): JsonObject {
  const { world } = simulation;
  const { phoneNumberId, waId, fullName, firstName } = contact;
  const customer = world.customers.get(waId);
  const phoneNumber = world.phoneNumbers.get(phoneNumberId);
  return {
    type: 'contact',
    contact: {
      full_name: fullName,
      first_name: firstName ?? fullName,
      phone_number: waId,
      ...(customer && phoneNumber ? { user_id: userIdIn(world, customer, phoneNumber) } : {}),
      ...(customer?.username ? { username: customer.username } : {}),
    },
    action: 'add',
    metadata: stampNow(simulation),
  };
}

/** One webhook for entries of one address book. */
function tellOfContacts(simulation: Simulation, phoneNumberId: string, entries: readonly JsonObject[]): void {
  notify(simulation, { phoneNumberId, field: 'smb_app_state_sync', value: { state_sync: entries } });
}

function stampNow({ clock }: Simulation): JsonObject {
  return { timestamp: String(Math.floor(clock.now() / 1000)) };
}
