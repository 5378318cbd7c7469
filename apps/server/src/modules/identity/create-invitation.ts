import type { Invitation, Role } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import { newId } from '#platform/ids';
import type { Platform, Principal } from '#platform/module';
import { recordAudit } from './audit.ts';
import { viewInvitation } from './list-invitations.ts';
import { requireOwnerFor } from './membership-rules.ts';
import { insertInvitation, revokeInvitationsTo } from './store-invitations.ts';
import { isMemberEmail, lockMemberships } from './store-members.ts';
import { createToken } from './token.ts';

const lifetimeMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Invites an address; the token is given out here and never again.
 *
 * @throws RenkeiError `forbidden` when an admin invites an owner, `email_taken`
 */
export async function createInvitation(
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  principal: Principal,
  { email, role }: { readonly email: string; readonly role: Role },
): Promise<{ readonly invitation: Invitation; readonly token: string }> {
  requireOwnerFor(principal, role);
  return database.inTenant(principal.workspaceId, async (transaction) => {
    await lockMemberships(transaction);
    if (await isMemberEmail(transaction, email)) throw new RenkeiError('email_taken');
    const now = clock.now();
    await revokeInvitationsTo(transaction, email, now);
    const token = createToken(principal.workspaceId);
    const row = {
      id: newId(),
      email,
      role,
      createdAt: now,
      expiresAt: new Date(now.getTime() + lifetimeMs),
    };
    await insertInvitation(transaction, {
      ...row,
      tokenHash: token.secretHash,
      invitedBy: principal.memberId,
    });
    await recordAudit(transaction, now, {
      principal,
      action: 'invitation.create',
      subjectId: row.id,
      detail: { role },
    });
    return { invitation: viewInvitation(row), token: token.text };
  });
}
