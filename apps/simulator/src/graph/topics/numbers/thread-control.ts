import { readPhoneDigits } from '@renkei/graph-api';
import { z } from 'zod';
import type { PhoneNumber } from '../../../world/entities.ts';
import { findByUserId } from '../../../world/user-id.ts';
import { chatKey } from '../../../world/world.ts';
import { type Edges, type GraphCall, messagingScope } from '../../graph-call.ts';
import { GraphError, missingParameter } from '../../graph-error.ts';
import { badParameter, readInput } from '../../input/read-input.ts';
import { graphObject, graphTextOf, messagingProduct } from '../../input/values.ts';

const inputSchema = z.object({
  messaging_product: messagingProduct,
  to: z.string().optional(),
  recipient: z.string().optional(),
  action: z.enum(['pass', 'release', 'take']),
  metadata: graphTextOf(2000).optional(),
  control_pass: graphObject(z.strictObject({ target_role: z.literal('ai_agent') })).optional(),
});

/**
 * `POST /{phone-number-id}/thread_control`: hands a chat to Meta's agent or the escalation partner, or back to automatic
 * routing. Taking is for the escalation partner only (2494191). The routing itself is not simulated.
 */
export const threadControlEdges: Edges<'phoneNumber'> = {
  'POST thread_control': { scope: messagingScope, handle: controlThread },
};

function controlThread(call: GraphCall<PhoneNumber>): unknown {
  const { simulation, node } = call;
  const { world, commit } = simulation;
  const input = readInput(call, inputSchema);
  const waId = findWaId(call, input);
  const key = chatKey(node.id, waId);
  const owner = world.threadOwners.get(key)?.role;
  if (input.action === 'take') throw new GraphError(2494191);
  if (input.action === 'release') {
    if (owner !== undefined) commit({ kind: 'entity-removed', entity: 'threadOwners', key });
    return { success: true };
  }
  if (owner !== undefined)
    throw badParameter('action', `pass is not possible: the thread belongs to ${owner}.`);
  const role = input.control_pass?.target_role ?? 'escalation';
  commit({ kind: 'entities', entities: { threadOwners: [{ phoneNumberId: node.id, waId, role }] } });
  return { success: true };
}

function findWaId(
  { simulation: { world }, node }: GraphCall<PhoneNumber>,
  { to, recipient }: z.infer<typeof inputSchema>,
): string {
  if (to === undefined && recipient === undefined) throw missingParameter('to');
  const waId = to === undefined ? findByUserId(world, recipient ?? '', node)?.waId : readPhoneDigits(to);
  if (waId === undefined)
    throw badParameter(to === undefined ? 'recipient' : 'to', 'is not a valid recipient.');
  return waId;
}
