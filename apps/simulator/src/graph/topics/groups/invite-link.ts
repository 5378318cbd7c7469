import { saveGroup } from '../../../world/groups/join-group.ts';
import { type Edges, messagingScope } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';
import { inviteLink, newInviteCode, requireActive } from './group-parts.ts';

/** `/{group-id}/invite_link`: read, made anew (old links die), deleted. */
export const inviteLinkEdges: Edges<'group'> = {
  'GET invite_link': {
    scope: messagingScope,
    handle({ node }) {
      const link = inviteLink(node);
      if (link === undefined) throw new GraphError(100, { message: '(#100) The group has no invite link.' });
      return { messaging_product: 'whatsapp', invite_link: link };
    },
  },
  'POST invite_link': {
    scope: messagingScope,
    handle({ simulation, node }) {
      requireActive(node);
      const group = { ...node, inviteCode: newInviteCode(simulation) };
      saveGroup(simulation, group);
      return { messaging_product: 'whatsapp', invite_link: inviteLink(group) };
    },
  },
  'DELETE invite_link': {
    scope: messagingScope,
    handle({ simulation, node }) {
      requireActive(node);
      saveGroup(simulation, { ...node, inviteCode: undefined });
      // A string here, unlike everywhere else (Meta: groups reference).
      return { messaging_product: 'whatsapp', success: 'true' };
    },
  },
};
