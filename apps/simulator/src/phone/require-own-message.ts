import { Refusal } from '../refusal.ts';
import type { InboundState } from '../world/messages/messages.ts';
import { getInbound } from '../world/world.ts';
import type { KindContext } from './kinds/kind.ts';

/** A message this phone sent to this business and has not taken back; a refusal when it is none. */
export function requireOwnMessage(context: KindContext, messageId: string): InboundState {
  const { simulation, phoneNumberId, waId } = context;
  const { world } = simulation;
  const state = getInbound(world, messageId);
  if (state?.message.phoneNumberId !== phoneNumberId || state.message.waId !== waId) {
    throw new Refusal(404, `No message ${messageId} of this phone`);
  }
  if (world.amendments.get(messageId)?.revokedAt !== undefined) {
    throw new Refusal(409, 'The message was deleted already');
  }
  return state;
}
