import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import { joinGroup, leaveGroup, revokeJoinRequest } from '../../world/groups/join-group.ts';
import { phoneAction } from './action.ts';

/** Opens `https://chat.whatsapp.com/…` (or its last part): joins, or asks to where the group wants approval. */
export const joinGroupAction = phoneAction({
  schema: z.strictObject({ link: z.string().min(1) }),
  run({ link }, { runtime: { simulation }, customer }) {
    const inviteCode =
      link
        .trim()
        .split(/[/?#]/)
        .findLast((part) => part !== '') ?? '';
    return joinGroup(simulation, inviteCode, customer.waId);
  },
});

/** Leaves a group, or takes back the wish to join one. */
export const leaveGroupAction = phoneAction({
  schema: z.strictObject({ groupId: z.string().min(1) }),
  run({ groupId }, { runtime: { simulation }, customer }) {
    const hasLeft = leaveGroup(simulation, groupId, customer.waId);
    if (hasLeft || revokeJoinRequest(simulation, groupId, customer.waId)) return { groupId };
    throw new Refusal(404, `${customer.name} is not in this group`);
  },
});
