import { addToChat, openChat, type World } from '../world.ts';

/** A message written by hand in the Business app of a coexistence number. `at` in world ms. */
export interface EchoMessage {
  readonly id: string;
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly type: string;
  /** The object (or array) that stands under the key named by `type`. */
  readonly content: unknown;
  readonly contextId?: string | undefined;
  readonly at: number;
}

/** What the Business app of a coexistence number writes. Echoes are no sends: the ledger does not know them. */
export const echoRecords = {
  echoed: (world: World, { message }: { readonly message: EchoMessage }) => {
    world.echoes.set(message.id, message);
    addToChat(openChat(world, message.phoneNumberId, message.waId), message.id);
  },
};
