import { RenkeiError } from '#platform/errors';
import type { Platform } from '#platform/module';
import { recordAudit } from './audit.ts';
import { countGuess, forgiveGuesses } from './limit-guessing.ts';
import { verifyPassword } from './password.ts';
import { type StartedSession, startSession } from './start-session.ts';
import { findCredentials, findMember } from './store-members.ts';

/**
 * @throws RenkeiError `sign_in_failed`, the same and after as long for an unknown address, a wrong password and a
 * member without one; `too_many_requests`
 */
export async function signIn(
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  input: { readonly email: string; readonly password: string; readonly userAgent: string },
): Promise<StartedSession> {
  const { email, password, userAgent } = input;
  await countGuess(database, email, clock.now(), () => noteGuessing({ database, clock }, email));
  const candidates = await database.inSystem((transaction) => findCredentials(transaction, email));
  const matching = await findMatching(candidates, password);
  if (matching === undefined) throw new RenkeiError('sign_in_failed');
  const { workspaceId, memberId, passwordHash } = matching;
  const started = await database.inTenant(workspaceId, async (transaction) => {
    // Looked at again: while the password was being compared it may have been changed or its owner removed.
    const member = await findMember(transaction, memberId);
    if (member?.passwordHash !== passwordHash) throw new RenkeiError('sign_in_failed');
    const session = await startSession(transaction, clock.now(), memberId, userAgent);
    await recordAudit(transaction, clock.now(), {
      principal: { memberId },
      action: 'session.create',
      subjectId: session.principal.sessionId,
      detail: { by: 'password' },
    });
    return session;
  });
  await forgiveGuesses(database, email);
  return started;
}

/** In the audit log of every workspace that knows the address: somebody guesses there, or has forgotten a password. */
async function noteGuessing(
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  email: string,
): Promise<void> {
  for (const { workspaceId, memberId } of await database.inSystem((tx) => findCredentials(tx, email))) {
    await database.inTenant(workspaceId, (transaction) =>
      recordAudit(transaction, clock.now(), {
        principal: null,
        action: 'session.guessing',
        subjectId: memberId,
        detail: { refusedFor: 'too many wrong passwords' },
      }),
    );
  }
}

type Candidate = Awaited<ReturnType<typeof findCredentials>>[number];

/** The same address may be a member of several workspaces; an unknown one costs as much as a wrong password. */
async function findMatching(
  candidates: readonly Candidate[],
  password: string,
): Promise<Candidate | undefined> {
  if (candidates.length === 0) await verifyPassword(password, null);
  for (const candidate of candidates) {
    if (await verifyPassword(password, candidate.passwordHash)) return candidate;
  }
  return undefined;
}
