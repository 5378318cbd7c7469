import type { Simulation } from '../../simulation.ts';
import type { World } from '../world.ts';
import { type Group, type GroupParticipant, mostParticipants } from './group.ts';
import { namePerson, tellGroup } from './tell-group.ts';

/** What a person sees after opening an invite link. */
export type JoinOutcome =
  | { readonly outcome: 'joined' | 'requested' | 'already_in'; readonly groupId: string }
  | { readonly outcome: 'unknown_link' | 'not_allowed' | 'full' | 'suspended' };

/** The group behind the last part of `https://chat.whatsapp.com/…`. */
function findGroupByInvite(world: World, inviteCode: string): Group | undefined {
  return [...world.groups.values()].find((group) => group.inviteCode === inviteCode);
}

/**
 * A person opens an invite link: joins at once, or asks to where the group wants approval. Who was removed by the
 * business is not let in again.
 */
export function joinGroup(simulation: Simulation, inviteCode: string, waId: string): JoinOutcome {
  const group = findGroupByInvite(simulation.world, inviteCode);
  if (!group) return { outcome: 'unknown_link' };
  if (group.participants.some((participant) => participant.waId === waId)) {
    return { outcome: 'already_in', groupId: group.id };
  }
  if (group.removedWaIds.includes(waId)) return { outcome: 'not_allowed' };
  if (group.isSuspended) return { outcome: 'suspended' };
  if (group.joinApprovalMode === 'approval_required') return requestToJoin(simulation, group, waId);
  if (group.participants.length >= mostParticipants) return { outcome: 'full' };
  addParticipant(simulation, group, waId);
  return { outcome: 'joined', groupId: group.id };
}

/** Lets a person in, by link or by an approved request. */
export function addParticipant(simulation: Simulation, group: Group, waId: string): void {
  const participant: GroupParticipant = { waId, joinedAt: simulation.clock.now() };
  saveGroup(simulation, {
    ...group,
    participants: [...group.participants, participant],
    joinRequests: group.joinRequests.filter((request) => request.waId !== waId),
  });
  tellGroup(simulation, group, 'group_participants_update', {
    type: 'group_participants_add',
    reason: 'invite_link',
    added_participants: [namePerson(simulation.world, group.phoneNumberId, waId)],
  });
}

function requestToJoin(simulation: Simulation, group: Group, waId: string): JoinOutcome {
  if (group.joinRequests.some((request) => request.waId === waId)) {
    return { outcome: 'requested', groupId: group.id };
  }
  const request = { id: simulation.random.digits(16), waId, createdAt: simulation.clock.now() };
  saveGroup(simulation, { ...group, joinRequests: [...group.joinRequests, request] });
  tellGroup(simulation, group, 'group_participants_update', {
    type: 'group_join_request_created',
    join_request_id: request.id,
    reason: 'invite_link',
    ...namePerson(simulation.world, group.phoneNumberId, waId),
  });
  return { outcome: 'requested', groupId: group.id };
}

/** A person takes the wish to join back. False when there was none. */
export function revokeJoinRequest(simulation: Simulation, groupId: string, waId: string): boolean {
  const group = simulation.world.groups.get(groupId);
  const request = group?.joinRequests.find((candidate) => candidate.waId === waId);
  if (!group || !request) return false;
  saveGroup(simulation, {
    ...group,
    joinRequests: group.joinRequests.filter(({ id }) => id !== request.id),
  });
  tellGroup(simulation, group, 'group_participants_update', {
    type: 'group_join_request_revoked',
    join_request_id: request.id,
    ...namePerson(simulation.world, group.phoneNumberId, waId),
  });
  return true;
}

/** A person leaves. False when they were not in. */
export function leaveGroup(simulation: Simulation, groupId: string, waId: string): boolean {
  const group = simulation.world.groups.get(groupId);
  if (!group?.participants.some((participant) => participant.waId === waId)) return false;
  saveGroup(simulation, {
    ...group,
    participants: group.participants.filter((participant) => participant.waId !== waId),
  });
  tellGroup(simulation, group, 'group_participants_update', {
    type: 'group_participants_remove',
    initiated_by: 'participant',
    removed_participants: [namePerson(simulation.world, group.phoneNumberId, waId)],
  });
  return true;
}

/** Meta stops a group, or lets it go on. */
export function suspendGroup(simulation: Simulation, groupId: string, isSuspended: boolean): boolean {
  const group = simulation.world.groups.get(groupId);
  if (!group || group.isSuspended === isSuspended) return false;
  saveGroup(simulation, { ...group, isSuspended });
  tellGroup(simulation, group, 'group_status_update', {
    type: isSuspended ? 'group_suspend' : 'group_suspend_cleared',
  });
  return true;
}

export function saveGroup({ commit }: Pick<Simulation, 'commit'>, group: Group): void {
  commit({ kind: 'entities', entities: { groups: [group] } });
}
