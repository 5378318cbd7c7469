import { z } from 'zod';
import { setStatus } from '../../world/messages/progress-messages.ts';
import { getChat, getOutbound } from '../../world/world.ts';
import { phoneAction } from './action.ts';

/** Opens a chat: everything in it is seen, and read unless the person lets nobody know. */
export const readAction = phoneAction({
  schema: z.strictObject({ phoneNumberId: z.string() }),
  run({ phoneNumberId }, { runtime: { simulation }, customer: { waId, readReceipts } }) {
    const { world } = simulation;
    const chat = getChat(world, phoneNumberId, waId);
    const unseenIds = chat?.messageIds.filter((id) => !chat.seenIds.has(id)) ?? [];
    const shown = unseenIds
      .flatMap((id) => getOutbound(world, id) ?? [])
      .filter(({ status }) => status === 'delivered');
    const echoIds = unseenIds.filter((id) => world.echoes.has(id));
    const seenIds = [...shown.map(({ message }) => message.id), ...echoIds];
    if (seenIds.length === 0) return { read: 0 };
    simulation.commit({ kind: 'chat-opened', phoneNumberId, waId, seenIds });
    if (readReceipts) for (const state of shown) setStatus(simulation, state, 'read');
    return { read: seenIds.length };
  },
});
