import type { PhoneNumber } from '../../world/entities.ts';
import { getInbound } from '../../world/world.ts';
import type { GraphCall } from '../graph-call.ts';
import { GraphError } from '../graph-error.ts';

const markableMs = 30 * 24 * 60 * 60 * 1000;

/** `{"status":"read","message_id"}`, with `typing_indicator` also "is typing" for 25 s; within 30 days. */
export function markAsRead(
  { simulation, node }: GraphCall<PhoneNumber>,
  { messageId, typing }: { readonly messageId: string; readonly typing: boolean },
): unknown {
  const state = getInbound(simulation.world, messageId);
  const isTooOld = state !== undefined && state.message.at <= simulation.clock.now() - markableMs;
  if (!state || state.message.phoneNumberId !== node.id || isTooOld) {
    throw new GraphError(131009, { details: `Message with id ${messageId} was not found.` });
  }
  if (!state.readByBusiness) simulation.commit({ kind: 'business-read', messageId });
  if (typing) {
    simulation.signals.emit('typing', { phoneNumberId: node.id, waId: state.message.waId });
  }
  return { success: true };
}
