import { Refusal } from '../refusal.ts';
import type { InboundState } from '../world/messages/messages.ts';
import { getInbound } from '../world/world.ts';
import { chatOf } from './find-target.ts';
import type { KindContext } from './kinds/kind.ts';

/** A message this phone sent to this business and has not taken back; a refusal when it is none. */
export function requireOwnMessage(context: KindContext, messageId: string): InboundState {
  const { simulation, groupId, waId } = context;
  const { world } = simulation;
  const state = getInbound(world, messageId);
  // A chat of two holds the messages of one person, also under an earlier number.
  const isOwn = groupId === undefined || state?.message.waId === waId;
  if (!state || !isOwn || !chatOf(world, context, waId)?.messageIds.includes(messageId)) {
    throw new Refusal(404, `No message ${messageId} of this phone`);
  }
  if (world.amendments.get(messageId)?.revokedAt !== undefined) {
    throw new Refusal(409, 'The message was deleted already');
  }
  return state;
}
