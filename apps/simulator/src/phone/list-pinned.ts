import { z } from 'zod';
import { type Chat, getOutbound, type World } from '../world/world.ts';

const pinSchema = z.looseObject({
  type: z.enum(['pin', 'unpin']),
  message_id: z.string(),
  expiration_days: z.number().default(30),
});

/** Three messages at most are pinned; a fourth pin lets go of the oldest (Meta: group messaging). */
const mostPinned = 3;
const dayMs = 24 * 60 * 60 * 1000;

/** The messages of a group that are pinned now, the newest pin first. */
export function listPinned(world: World, chat: Chat, now: number): readonly string[] {
  const pinned = new Map<string, number>();
  for (const id of chat.messageIds) {
    const state = getOutbound(world, id);
    const pin = state?.message.type === 'pin' ? pinSchema.safeParse(state.message.content) : undefined;
    if (!state || !pin?.success || state.status === 'failed') continue;
    const { type, message_id: target, expiration_days: days } = pin.data;
    pinned.delete(target);
    if (type === 'pin') pinned.set(target, state.message.at + days * dayMs);
  }
  const current = [...pinned].filter(([, until]) => until > now).map(([target]) => target);
  return current.slice(-mostPinned).reverse();
}
