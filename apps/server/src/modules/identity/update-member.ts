import { type Member, type Role, roleHasPermission } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import type { Platform, Principal } from '#platform/module';
import { recordAudit } from './audit.ts';
import { viewMember } from './list-members.ts';
import { requireAnotherOwner, requireOwnerFor } from './membership-rules.ts';
import { revokeInvitationsBy } from './store-invitations.ts';
import { findMember, lockMemberships, updateMemberRow } from './store-members.ts';

/**
 * Changes a member's role; it holds from their next request on, and for events at once.
 *
 * @throws RenkeiError `not_found`, `forbidden`, `last_owner`
 */
export async function updateMember(
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  principal: Principal,
  { memberId, role }: { readonly memberId: string; readonly role: Role },
): Promise<Member> {
  return database.inTenant(principal.workspaceId, async (transaction) => {
    await lockMemberships(transaction);
    const member = await findMember(transaction, memberId);
    if (member === undefined) throw new RenkeiError('not_found');
    requireOwnerFor(principal, member.role, role);
    if (member.role === 'owner' && role !== 'owner') await requireAnotherOwner(transaction);
    await updateMemberRow(transaction, { ...member, role });
    if (!roleHasPermission(role, 'member.manage')) {
      await revokeInvitationsBy(transaction, memberId, clock.now());
    }
    await recordAudit(transaction, clock.now(), {
      principal,
      action: 'member.update',
      subjectId: memberId,
      detail: { role: { from: member.role, to: role } },
    });
    transaction.publish({ type: 'member.updated', memberId });
    transaction.wake('sessions', memberId);
    return viewMember({ ...member, role });
  });
}
