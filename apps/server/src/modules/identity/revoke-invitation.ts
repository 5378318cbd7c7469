import { RenkeiError } from '#platform/errors';
import type { Platform, Principal } from '#platform/module';
import { recordAudit } from './audit.ts';
import { requireOwnerFor } from './membership-rules.ts';
import { findOpenInvitation, markInvitationRevoked } from './store-invitations.ts';

/** @throws RenkeiError `not_found` when there is no such open invitation, `forbidden` for an owner's by an admin */
export async function revokeInvitation(
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  principal: Principal,
  invitationId: string,
): Promise<void> {
  await database.inTenant(principal.workspaceId, async (transaction) => {
    const now = clock.now();
    const invitation = await findOpenInvitation(transaction, invitationId, now);
    if (invitation === undefined) throw new RenkeiError('not_found');
    requireOwnerFor(principal, invitation.role);
    await markInvitationRevoked(transaction, invitationId, now);
    await recordAudit(transaction, now, {
      principal,
      action: 'invitation.revoke',
      subjectId: invitationId,
    });
  });
}
