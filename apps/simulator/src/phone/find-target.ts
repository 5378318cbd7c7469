import { Refusal } from '../refusal.ts';
import type { Group } from '../world/groups/group.ts';
import { type Chat, getChat, type World } from '../world/world.ts';
import { requirePhoneNumber } from './require-phone-number.ts';

/** Who a phone writes to: a business number, or one of its groups. */
export interface Target {
  readonly phoneNumberId: string;
  readonly groupId?: string | undefined;
}

/** The business or group of this id; a refusal when there is none, or the person is not in the group. */
export function findTarget(world: World, id: string, waId: string): Target {
  const group = world.groups.get(id);
  if (!group) return { phoneNumberId: requirePhoneNumber(world, id).id };
  if (!isIn(group, waId)) throw new Refusal(404, `This phone is not in the group ${group.subject}`);
  return { phoneNumberId: group.phoneNumberId, groupId: group.id };
}

export function chatOf(world: World, { phoneNumberId, groupId }: Target, waId: string): Chat | undefined {
  return getChat(world, phoneNumberId, groupId ?? waId);
}

/** The groups a person is in. */
export function groupsOf(world: World, waId: string): readonly Group[] {
  return [...world.groups.values()].filter((group) => isIn(group, waId));
}

function isIn({ participants }: Group, waId: string): boolean {
  return participants.some((participant) => participant.waId === waId);
}
