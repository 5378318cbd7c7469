import type { TenantTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import type { Principal } from '#platform/module';
import { findMember } from './store-members.ts';
import { deleteExpiredSessions, insertSession } from './store-sessions.ts';
import { createToken } from './token.ts';

/** A session lives this long from its last use. */
export const sessionLifetimeMs = 30 * 24 * 60 * 60 * 1000;

export interface StartedSession {
  readonly principal: Principal;
  readonly cookieValue: string;
  readonly expiresAt: Date;
}

/** Opens a session for a member, in the transaction of whatever let them in. */
export async function startSession(
  transaction: TenantTransaction,
  now: Date,
  memberId: string,
  userAgent: string,
): Promise<StartedSession> {
  const member = await findMember(transaction, memberId);
  if (member === undefined) throw new Error('A session was asked for nobody');
  await deleteExpiredSessions(transaction, memberId, now);
  const token = createToken(transaction.workspaceId);
  const sessionId = newId();
  const expiresAt = new Date(now.getTime() + sessionLifetimeMs);
  await insertSession(transaction, {
    id: sessionId,
    memberId,
    tokenHash: token.secretHash,
    userAgent: userAgent.slice(0, 300),
    createdAt: now,
    expiresAt,
  });
  const principal = { workspaceId: transaction.workspaceId, memberId, sessionId, role: member.role };
  return { principal, cookieValue: token.text, expiresAt };
}
