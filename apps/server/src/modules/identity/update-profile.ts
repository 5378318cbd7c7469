import type { RouteBody, routes } from '@renkei/contract';
import { isUniqueViolation } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import type { Platform, Principal } from '#platform/module';
import { recordAudit } from './audit.ts';
import { countGuess, forgiveGuesses } from './limit-guessing.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { findMember, lockMemberships, type MemberRow, updateMemberRow } from './store-members.ts';
import { deleteOtherSessions } from './store-sessions.ts';

type Ground = Pick<Platform, 'database' | 'clock'>;
type Changes = RouteBody<typeof routes.updateProfile>;

/**
 * Changes the own name, address or password; a new password ends all other sessions.
 *
 * @throws RenkeiError `sign_in_failed` without the present password where one is needed; `too_many_requests`;
 * `email_taken`
 */
export async function updateProfile(ground: Ground, principal: Principal, changes: Changes): Promise<void> {
  const { database, clock } = ground;
  const before = await readMember(ground, principal);
  await provePassword(ground, before, changes);
  const passwordHash =
    changes.password === undefined ? before.passwordHash : await hashPassword(changes.password);
  const changeInTransaction = database.inTenant(principal.workspaceId, async (transaction) => {
    await lockMemberships(transaction);
    const member = await findMember(transaction, principal.memberId);
    // Changed meanwhile in another window, or removed: what was proven may no longer be so.
    if (member === undefined || member.passwordHash !== before.passwordHash)
      throw new RenkeiError('conflict');
    await updateMemberRow(transaction, {
      ...member,
      name: changes.name ?? member.name,
      email: changes.email ?? member.email,
      passwordHash,
    });
    if (changes.password !== undefined) {
      await deleteOtherSessions(transaction, member.id, principal.sessionId);
      transaction.wake('sessions', member.id);
    }
    await recordAudit(transaction, clock.now(), {
      principal,
      action: 'member.update',
      subjectId: member.id,
      detail: { changed: ['name', 'email', 'password'].filter((field) => field in changes) },
    });
    transaction.publish({ type: 'member.updated', memberId: member.id });
  });
  await changeInTransaction.catch((error: unknown) => {
    throw isUniqueViolation(error, 'members_email')
      ? new RenkeiError('email_taken', { cause: error })
      : error;
  });
}

async function readMember({ database }: Ground, principal: Principal): Promise<MemberRow> {
  const member = await database.inTenant(principal.workspaceId, (transaction) =>
    findMember(transaction, principal.memberId),
  );
  if (member === undefined) throw new RenkeiError('unauthenticated');
  return member;
}

/** A browser left open must not be enough to take an account over: what lets people in needs the present password. */
async function provePassword(
  { database, clock }: Ground,
  member: MemberRow,
  changes: Changes,
): Promise<void> {
  const changesEmail = changes.email !== undefined && changes.email !== member.email;
  if (member.passwordHash === null || !(changesEmail || changes.password !== undefined)) return;
  await countGuess(database, member.email, clock.now());
  if (!(await verifyPassword(changes.currentPassword ?? '', member.passwordHash))) {
    throw new RenkeiError('sign_in_failed', {
      detail: { en: 'The present password is wrong.', ja: '現在のパスワードが違います。' },
      fields: [{ path: 'currentPassword', message: 'wrong' }],
    });
  }
  await forgiveGuesses(database, member.email);
}
