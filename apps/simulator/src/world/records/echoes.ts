import type { EchoMessage } from '../coexistence/echo-message.ts';
import { addToChat, openChat, type World } from '../world.ts';

/** What the Business app of a coexistence number writes. Echoes are no sends: the ledger does not know them. */
export const echoRecords = {
  echoed: (world: World, { message }: { readonly message: EchoMessage }) => {
    world.echoes.set(message.id, message);
    addToChat(world, openChat(world, message.phoneNumberId, message.waId), message.id);
  },
};
