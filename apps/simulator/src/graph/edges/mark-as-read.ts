import type { PhoneNumber } from '../../world/entities.ts';
import { getInbound } from '../../world/world.ts';
import type { GraphCall } from '../graph-call.ts';
import { GraphError } from '../graph-error.ts';

/** `{"status":"read","message_id"}`, with `typing_indicator` also "is typing" for 25 s. */
export function markAsRead({ simulation, node, body }: GraphCall<PhoneNumber>): unknown {
  if (body.status !== 'read') {
    throw new GraphError(131009, '(#131009) Parameter value is not valid', {
      details: `Param status must be one of {READ} - got "${String(body.status)}".`,
    });
  }
  const messageId = body.message_id;
  if (typeof messageId !== 'string') {
    throw new GraphError(131008, '(#131008) Required parameter is missing', {
      details: 'The parameter message_id is required.',
    });
  }
  const state = getInbound(simulation.world, messageId);
  if (!state || state.message.phoneNumberId !== node.id) {
    throw new GraphError(131009, '(#131009) Parameter value is not valid', {
      details: `Message with id ${messageId} was not found.`,
    });
  }
  if (!state.readByBusiness) simulation.commit({ kind: 'business-read', messageId });
  if (body.typing_indicator !== undefined) {
    simulation.signals.emit('typing', { phoneNumberId: node.id, waId: state.message.waId });
  }
  return { success: true };
}
