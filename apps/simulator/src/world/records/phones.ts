import type { Customer, JsonObject } from '../entities.ts';
import { chatKey, openChat, type World } from '../world.ts';

/** What became of a message after it was sent: changed within 15 minutes, or taken back within two days. */
export interface Amendment {
  /** The object under the key named by the message's type, in place of the one it was sent with. */
  readonly content?: JsonObject | undefined;
  readonly editedAt?: number | undefined;
  readonly revokedAt?: number | undefined;
  /** How the payment of an order went. */
  readonly payment?:
    | {
        readonly status: 'pending' | 'captured' | 'failed';
        readonly paidAt: number;
        readonly transactionId: string;
        readonly method: string;
      }
    | undefined;
}

/** What a person decided about one business. */
export interface Choices {
  readonly blocked: boolean;
  /** Marketing messages of this business were stopped. */
  readonly marketingStopped: boolean;
  readonly reportedAt?: number | undefined;
}

export const noChoices: Choices = { blocked: false, marketingStopped: false };

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
