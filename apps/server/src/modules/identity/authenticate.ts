import type { Platform, Principal } from '#platform/module';
import { sessionLifetimeMs } from './start-session.ts';
import { findSessionById, findSessionByToken, prolongSession } from './store-sessions.ts';
import { parseToken } from './token.ts';

type Ground = Pick<Platform, 'database' | 'clock'>;

/** A session in use is prolonged once a day, not with every request. */
const prolongAfterMs = 24 * 60 * 60 * 1000;

/**
 * Who a session cookie stands for, by what the database says now: an ended session, a removed member or a changed
 * role counts from the next request on. `renewedUntil` is set when the session was just prolonged.
 */
export async function authenticate(
  { database, clock }: Ground,
  cookieValue: string,
): Promise<{ readonly principal: Principal; readonly renewedUntil: Date | null } | undefined> {
  const token = parseToken(cookieValue);
  if (token === undefined) return undefined;
  const { workspaceId } = token;
  return database.inTenant(workspaceId, async (transaction) => {
    const now = clock.now();
    const session = await findSessionByToken(transaction, token.secretHash, now);
    if (session === undefined) return undefined;
    const { sessionId, memberId, role, expiresAt } = session;
    const principal = { workspaceId, memberId, sessionId, role };
    const until = new Date(now.getTime() + sessionLifetimeMs);
    if (until.getTime() - expiresAt.getTime() < prolongAfterMs) return { principal, renewedUntil: null };
    await prolongSession(transaction, sessionId, until);
    return { principal, renewedUntil: until };
  });
}

/** The principal of the same session as of now, for who stays connected; undefined once it has ended. */
export async function refreshPrincipal(
  { database, clock }: Ground,
  { workspaceId, sessionId }: Principal,
): Promise<Principal | undefined> {
  const session = await database.inTenant(workspaceId, (transaction) =>
    findSessionById(transaction, sessionId, clock.now()),
  );
  return session && { workspaceId, sessionId, memberId: session.memberId, role: session.role };
}
