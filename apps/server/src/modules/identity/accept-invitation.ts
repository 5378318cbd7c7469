import { isUniqueViolation } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { newId } from '#platform/ids';
import type { Platform } from '#platform/module';
import { recordAudit } from './audit.ts';
import { hashPassword } from './password.ts';
import { type StartedSession, startSession } from './start-session.ts';
import { consumeInvitation } from './store-invitations.ts';
import { insertMember } from './store-members.ts';
import { parseToken } from './token.ts';

/**
 * Makes the invited person a member and signs them in.
 *
 * @throws RenkeiError `invitation_invalid` when it is unknown, used, revoked or expired, or when the address has
 * become a member some other way
 */
export async function acceptInvitation(
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  input: {
    readonly token: string;
    readonly name: string;
    readonly password: string;
    readonly userAgent: string;
  },
): Promise<StartedSession> {
  const token = parseToken(input.token);
  if (token === undefined) throw new RenkeiError('invitation_invalid');
  const passwordHash = await hashPassword(input.password);
  const accepted = database.inTenant(token.workspaceId, async (transaction) => {
    const now = clock.now();
    const invitation = await consumeInvitation(transaction, token.secretHash, now);
    if (invitation === undefined) throw new RenkeiError('invitation_invalid');
    const memberId = newId();
    const { email, role } = invitation;
    await insertMember(transaction, {
      id: memberId,
      email,
      name: input.name,
      role,
      passwordHash,
      createdAt: now,
    });
    const session = await startSession(transaction, now, memberId, input.userAgent);
    await recordAudit(transaction, now, {
      principal: { memberId },
      action: 'invitation.accept',
      subjectId: invitation.id,
      detail: { role },
    });
    transaction.publish({ type: 'member.updated', memberId });
    return session;
  });
  return accepted.catch((error: unknown) => {
    throw isUniqueViolation(error) ? new RenkeiError('invitation_invalid', { cause: error }) : error;
  });
}
