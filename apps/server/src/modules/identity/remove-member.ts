import { RenkeiError } from '#platform/errors';
import type { Platform, Principal } from '#platform/module';
import { recordAudit } from './audit.ts';
import { requireAnotherOwner, requireOwnerFor } from './membership-rules.ts';
import { revokeInvitationsBy } from './store-invitations.ts';
import { findMember, lockMemberships, markMemberRemoved } from './store-members.ts';
import { deleteOtherSessions } from './store-sessions.ts';
import { deleteSignInLinks } from './store-sign-in.ts';

/**
 * Takes a member out: sessions, links and open invitations of theirs end with it.
 *
 * @throws RenkeiError `not_found`, `forbidden`, `last_owner`
 */
export async function removeMember(
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  principal: Principal,
  memberId: string,
): Promise<void> {
  await database.inTenant(principal.workspaceId, async (transaction) => {
    await lockMemberships(transaction);
    const member = await findMember(transaction, memberId);
    if (member === undefined) throw new RenkeiError('not_found');
    requireOwnerFor(principal, member.role);
    if (member.role === 'owner') await requireAnotherOwner(transaction);
    await markMemberRemoved(transaction, memberId, clock.now());
    await deleteOtherSessions(transaction, memberId, null);
    await deleteSignInLinks(transaction, memberId);
    await revokeInvitationsBy(transaction, memberId, clock.now());
    await recordAudit(transaction, clock.now(), {
      principal,
      action: 'member.remove',
      subjectId: memberId,
      detail: { role: member.role },
    });
    transaction.publish({ type: 'member.updated', memberId });
    transaction.wake('sessions', memberId);
  });
}
