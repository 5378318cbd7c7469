import { z } from 'zod';
import { type Group, type JoinRequest, mostParticipants } from '../../../world/groups/group.ts';
import { addParticipant, saveGroup } from '../../../world/groups/join-group.ts';
import { groupFailure, namePerson } from '../../../world/groups/tell-group.ts';
import { page } from '../../fields/page.ts';
import { type Edges, GraphAnswer, type GraphCall, messagingScope } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';
import { readInput } from '../../input/read-input.ts';
import { graphList, graphText, messagingProduct } from '../../input/values.ts';
import { requireActive } from './group-parts.ts';

const inputSchema = z.object({
  messaging_product: messagingProduct,
  join_requests: graphList(graphText, { min: 1 }),
});

/** `/{group-id}/join_requests`: who asks to come in; approved by POST, rejected by DELETE, each by itself. */
export const joinRequestEdges: Edges<'group'> = {
  'GET join_requests': {
    scope: messagingScope,
    handle: (call) =>
      page(
        call,
        `${call.node.id}/join_requests`,
        call.node.joinRequests,
        ({ id, waId, createdAt }) => ({
          join_request_id: id,
          ...namePerson(call.simulation.world, call.node.phoneNumberId, waId),
          creation_timestamp: Math.floor(createdAt / 1000),
        }),
        { largestLimit: 1024, badCursor: () => new GraphError(131059) },
      ),
  },
  'POST join_requests': {
    scope: messagingScope,
    handle: (call) => decide(call, 'approved_join_requests', approve),
  },
  'DELETE join_requests': {
    scope: messagingScope,
    handle: (call) => decide(call, 'rejected_join_requests', reject),
  },
};

type Decision = (call: GraphCall<Group>, group: Group, request: JoinRequest) => number | undefined;

/** HTTP 206 with 131201 when some passed and some did not. */
function decide(call: GraphCall<Group>, doneKey: string, decision: Decision): unknown {
  const { simulation, node } = call;
  const { join_requests: ids } = readInput(call, inputSchema);
  requireActive(node);
  const done: string[] = [];
  const failed: unknown[] = [];
  for (const id of ids) {
    const group = simulation.world.groups.get(node.id) ?? node;
    const request = group.joinRequests.find((candidate) => candidate.id === id);
    const code = request ? decision(call, group, request) : 131213;
    if (code === undefined) done.push(id);
    else failed.push({ join_request_id: id, errors: [groupFailure(code)] });
  }
  const answer = { messaging_product: 'whatsapp', [doneKey]: done };
  if (failed.length === 0) return answer;
  const code = done.length > 0 ? 131201 : 131213;
  const body = { ...answer, failed_join_requests: failed, errors: [groupFailure(code)] };
  return new GraphAnswer(done.length > 0 ? 206 : 400, body);
}

function approve({ simulation }: GraphCall<Group>, group: Group, { waId }: JoinRequest): number | undefined {
  if (group.participants.length >= mostParticipants) return 131204;
  addParticipant(simulation, group, waId);
  return undefined;
}

function reject({ simulation }: GraphCall<Group>, group: Group, { id }: JoinRequest): undefined {
  const joinRequests = group.joinRequests.filter((request) => request.id !== id);
  saveGroup(simulation, { ...group, joinRequests });
}
