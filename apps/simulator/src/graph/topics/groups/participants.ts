import { readPhoneDigits } from '@renkei/graph-api';
import { z } from 'zod';
import type { JsonObject } from '../../../world/entities.ts';
import { type Group, mostParticipants } from '../../../world/groups/group.ts';
import { saveGroup } from '../../../world/groups/join-group.ts';
import { groupFailure, tellGroup } from '../../../world/groups/tell-group.ts';
import { findByUserId } from '../../../world/user-id.ts';
import { type Edges, type GraphCall, messagingScope } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';
import { readInput } from '../../input/read-input.ts';
import { graphList, messagingProduct } from '../../input/values.ts';
import { newRequestId, requireActive } from './group-parts.ts';

const inputSchema = z.object({
  messaging_product: messagingProduct,
  participants: graphList(
    z
      .strictObject({ user: z.string().optional(), user_id: z.string().optional() })
      .refine(({ user, user_id }) => user !== undefined || user_id !== undefined, 'must name a user.'),
    { min: 1 },
  ),
});

type Named = z.infer<typeof inputSchema>['participants'][number];

/** `DELETE /{group-id}/participants`: the result comes by webhook; 131201 in it when only some were in the group. */
export const participantEdges: Edges<'group'> = {
  'DELETE participants': { scope: messagingScope, handle: removeParticipants },
};

function removeParticipants(call: GraphCall<Group>): unknown {
  const { simulation, node } = call;
  const { participants } = readInput(call, inputSchema);
  if (participants.length > mostParticipants) throw new GraphError(131204);
  requireActive(node);
  const named = participants.map((participant) => ({
    input: participant.user ?? participant.user_id ?? '',
    waId: findWaId(call, participant),
  }));
  if (new Set(named.map(({ waId, input }) => waId ?? input)).size < named.length)
    throw new GraphError(131202);
  const isIn = (waId: string | undefined) => node.participants.some((candidate) => candidate.waId === waId);
  const removed = named.filter(({ waId }) => isIn(waId));
  const failed = named.filter(({ waId }) => !isIn(waId));
  const removedWaIds = removed.flatMap(({ waId }) => (waId === undefined ? [] : [waId]));
  saveGroup(simulation, {
    ...node,
    participants: node.participants.filter(({ waId }) => !removedWaIds.includes(waId)),
    removedWaIds: [...node.removedWaIds, ...removedWaIds],
  });
  const requestId = newRequestId(simulation);
  tellGroup(simulation, node, 'group_participants_update', {
    type: 'group_participants_remove',
    request_id: requestId,
    initiated_by: 'business',
    removed_participants: removed.map(({ input }) => ({ input })),
    ...describeFailed(
      failed.map(({ input }) => input),
      removed.length,
    ),
  });
  return { messaging_product: 'whatsapp', request_id: requestId };
}

function describeFailed(inputs: readonly string[], removedCount: number): JsonObject {
  if (inputs.length === 0) return {};
  return {
    failed_participants: inputs.map((input) => ({ input, errors: [groupFailure(131212)] })),
    ...(removedCount > 0 ? { errors: [groupFailure(131201)] } : { errors: [groupFailure(131212)] }),
  };
}

function findWaId({ simulation: { world }, node }: GraphCall<Group>, named: Named): string | undefined {
  if (named.user !== undefined) return readPhoneDigits(named.user);
  const phoneNumber = world.phoneNumbers.get(node.phoneNumberId);
  return phoneNumber && findByUserId(world, named.user_id ?? '', phoneNumber)?.waId;
}
