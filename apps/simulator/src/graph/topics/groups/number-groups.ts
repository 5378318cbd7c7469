import { z } from 'zod';
import type { PhoneNumber } from '../../../world/entities.ts';
import { buildGroupId, type Group, mostGroupsPerNumber } from '../../../world/groups/group.ts';
import { saveGroup } from '../../../world/groups/join-group.ts';
import { tellGroup } from '../../../world/groups/tell-group.ts';
import { page } from '../../fields/page.ts';
import { type Edges, type GraphCall, messagingScope } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';
import { readInput } from '../../input/read-input.ts';
import { messagingProduct } from '../../input/values.ts';
import { descriptionSchema, inviteLink, newInviteCode, newRequestId, subjectSchema } from './group-parts.ts';

const createSchema = z.object({
  messaging_product: messagingProduct,
  subject: subjectSchema,
  description: descriptionSchema.optional(),
  join_approval_mode: z.enum(['auto_approve', 'approval_required']).default('auto_approve'),
});

/** `/{phone-number-id}/groups`: only official business accounts have groups (131215). */
export const numberGroupEdges: Edges<'phoneNumber'> = {
  'GET groups': { scope: messagingScope, handle: listGroups },
  'POST groups': { scope: messagingScope, handle: createGroup },
};

function listGroups(call: GraphCall<PhoneNumber>): unknown {
  requireEligible(call);
  const groups = groupsOf(call).sort((left, right) => right.createdAt - left.createdAt);
  const { data, ...rest } = page(
    call,
    `${call.node.id}/groups`,
    groups,
    ({ id, subject, createdAt }) => ({ id, subject, created_at: String(Math.floor(createdAt / 1000)) }),
    { largestLimit: 1024, badCursor: () => new GraphError(131059) },
  );
  return { data: { groups: data }, ...rest };
}

/** The answer only names the request; the group and its invite link come by webhook. */
function createGroup(call: GraphCall<PhoneNumber>): unknown {
  const { simulation, node } = call;
  const input = readInput(call, createSchema);
  requireEligible(call);
  if (groupsOf(call).length >= mostGroupsPerNumber) throw new GraphError(131211);
  const { random, clock } = simulation;
  const group: Group = {
    id: buildGroupId(node.digits, `120363${random.digits(12)}`),
    phoneNumberId: node.id,
    subject: input.subject,
    description: input.description,
    joinApprovalMode: input.join_approval_mode,
    inviteCode: newInviteCode(simulation),
    participants: [],
    joinRequests: [],
    removedWaIds: [],
    isSuspended: false,
    createdAt: clock.now(),
  };
  const requestId = newRequestId(simulation);
  saveGroup(simulation, group);
  tellGroup(simulation, group, 'group_lifecycle_update', {
    type: 'group_create',
    request_id: requestId,
    subject: group.subject,
    ...(group.description === undefined ? {} : { description: group.description }),
    invite_link: inviteLink(group),
    join_approval_mode: group.joinApprovalMode,
  });
  return { messaging_product: 'whatsapp', request_id: requestId };
}

function groupsOf({ simulation: { world }, node }: GraphCall<PhoneNumber>): Group[] {
  return [...world.groups.values()].filter(({ phoneNumberId }) => phoneNumberId === node.id);
}

function requireEligible({ simulation: { world }, node }: GraphCall<PhoneNumber>): void {
  const isOfficial = node.isOfficial || !world.settings.graph.groupsNeedOfficialAccount;
  if (!node.registered) throw new GraphError(133010);
  if (!isOfficial || node.onBusinessApp) throw new GraphError(131215);
}
