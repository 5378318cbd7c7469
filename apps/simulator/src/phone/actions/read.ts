import { z } from 'zod';
import type { OutboundState } from '../../world/messages/messages.ts';
import { setStatus } from '../../world/messages/progress-messages.ts';
import { getOutbound } from '../../world/world.ts';
import { chatOf, findTarget } from '../find-target.ts';
import { phoneAction } from './action.ts';

/** Opens a chat: everything in it is seen, and read unless the person lets nobody know. */
export const readAction = phoneAction({
  /** The id of a number, or of a group. */
  schema: z.strictObject({ phoneNumberId: z.string() }),
  run({ phoneNumberId: id }, { runtime: { simulation }, customer: { waId, readReceipts } }) {
    const { world } = simulation;
    const target = findTarget(world, id, waId);
    const participant = target.groupId === undefined ? undefined : waId;
    const chat = chatOf(world, target, waId);
    const outbound = chat?.messageIds.flatMap((messageId) => getOutbound(world, messageId) ?? []) ?? [];
    const isUnread = ({ message, status, participants }: OutboundState) =>
      participant === undefined
        ? status === 'delivered' && !chat?.seenIds.has(message.id)
        : participants?.[participant] === 'delivered';
    const unread = outbound.filter(isUnread);
    const echoIds =
      chat?.messageIds.filter((each) => world.echoes.has(each) && !chat.seenIds.has(each)) ?? [];
    const seenIds = [...unread.map(({ message }) => message.id), ...echoIds];
    if (!chat || seenIds.length === 0) return { read: 0 };
    simulation.commit({
      kind: 'chat-opened',
      phoneNumberId: target.phoneNumberId,
      waId: target.groupId ?? waId,
      seenIds,
    });
    if (readReceipts) for (const state of unread) setStatus(simulation, state, 'read', { participant });
    return { read: seenIds.length };
  },
});
