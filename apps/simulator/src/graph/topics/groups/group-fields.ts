import type { Group } from '../../../world/groups/group.ts';
import { namePerson } from '../../../world/groups/tell-group.ts';
import type { World } from '../../../world/world.ts';
import type { NodeView } from '../../fields/select-fields.ts';

/** The fields of a group; without `fields` only its id is told. The count leaves the business out. */
export function groupView(world: World): NodeView<Group> {
  return {
    graphType: 'WhatsAppBusinessGroup',
    defaults: [],
    fields: {
      subject: (node) => node.subject,
      description: (node) => node.description,
      join_approval_mode: (node) => node.joinApprovalMode,
      suspended: (node) => node.isSuspended,
      creation_timestamp: (node) => Math.floor(node.createdAt / 1000),
      total_participant_count: (node) => node.participants.length,
      participants: (node) =>
        node.participants.map(({ waId }) => namePerson(world, node.phoneNumberId, waId)),
    },
  };
}
