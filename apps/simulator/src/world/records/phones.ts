import type { Choices } from '../choices.ts';
import type { Customer } from '../entities.ts';
import type { Amendment } from '../messages/amendment.ts';
import { chatKey, openChat, type World } from '../world.ts';

const noChoices: Choices = { blocked: false, marketingStopped: false };

interface Amended {
  readonly messageId: string;
  readonly amendment: Amendment;
}

interface Chosen {
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly choices: Choices;
}

interface NumberChanged {
  readonly from: string;
  /** The same person under the new number, with a new user id. */
  readonly customer: Customer;
}

/** What people do with their phones beside writing. */
export const phoneRecords = {
  amended: (world: World, { messageId, amendment }: Amended) => {
    world.amendments.set(messageId, { ...world.amendments.get(messageId), ...amendment });
  },
  chosen: (world: World, { phoneNumberId, waId, choices }: Chosen) => {
    world.choices.set(chatKey(phoneNumberId, waId), choices);
  },
  'number-changed': (world: World, { from, customer }: NumberChanged) => {
    world.customers.delete(from);
    world.customers.set(customer.waId, customer);
    for (const phoneNumberId of world.phoneNumbers.keys()) {
      moveChat(world, phoneNumberId, from, customer.waId);
    }
  },
};

/** A person keeps their chats with a new number; for the business it is another chat, with no open window. */
function moveChat(world: World, phoneNumberId: string, from: string, to: string): void {
  const before = world.chats.get(chatKey(phoneNumberId, from));
  if (!before) return;
  world.chats.delete(chatKey(phoneNumberId, from));
  const chat = openChat(world, phoneNumberId, to);
  chat.messageIds.unshift(...before.messageIds);
  for (const id of before.seenIds) chat.seenIds.add(id);
  const choices = world.choices.get(chatKey(phoneNumberId, from));
  if (choices) world.choices.set(chatKey(phoneNumberId, to), choices);
}

export function getChoices(world: World, phoneNumberId: string, waId: string): Choices {
  return world.choices.get(chatKey(phoneNumberId, waId)) ?? noChoices;
}
