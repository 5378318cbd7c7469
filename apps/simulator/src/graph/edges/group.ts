import { tellGroup } from '../../world/groups/tell-group.ts';
import { showNode } from '../fields/show-node.ts';
import { type Edges, messagingScope } from '../graph-call.ts';
import { changeGroup } from '../topics/groups/change-group.ts';
import { groupView } from '../topics/groups/group-fields.ts';
import { newRequestId } from '../topics/groups/group-parts.ts';
import { inviteLinkEdges } from '../topics/groups/invite-link.ts';
import { joinRequestEdges } from '../topics/groups/join-requests.ts';
import { participantEdges } from '../topics/groups/participants.ts';

/** `/{group-id}` and what hangs on it (Meta: groups reference, 2025-10-31). */
export const groupEdges: Edges<'group'> = {
  'GET ': {
    scope: messagingScope,
    handle: async (call) => ({
      messaging_product: 'whatsapp',
      ...(await showNode(call, groupView(call.simulation.world), groupEdges)),
    }),
  },
  'POST ': { scope: messagingScope, handle: changeGroup },
  'DELETE ': {
    scope: messagingScope,
    handle({ simulation, node }) {
      const requestId = newRequestId(simulation);
      simulation.commit({ kind: 'entity-removed', entity: 'groups', key: node.id });
      tellGroup(simulation, node, 'group_lifecycle_update', { type: 'group_delete', request_id: requestId });
      return { messaging_product: 'whatsapp', request_id: requestId };
    },
  },
  ...inviteLinkEdges,
  ...participantEdges,
  ...joinRequestEdges,
};
