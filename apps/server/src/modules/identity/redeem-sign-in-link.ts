import type { Language } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import type { Platform, Principal } from '#platform/module';
import { recordAudit } from './audit.ts';
import { type StartedSession, startSession } from './start-session.ts';
import { consumeSignInLink, countUsedSignInLinks } from './store-sign-in.ts';
import { parseToken } from './token.ts';

/** Called once in the life of a workspace. */
export type OnFirstOwnerArrived = (owner: Principal, language: Language) => Promise<void>;

/** @throws RenkeiError `sign_in_link_invalid` for a link that is unknown, used, expired or of a removed member */
export async function redeemSignInLink(
  { database, clock, log }: Pick<Platform, 'database' | 'clock' | 'log'>,
  input: { readonly token: string; readonly language: Language; readonly userAgent: string },
  onFirstOwnerArrived: OnFirstOwnerArrived,
): Promise<StartedSession> {
  const token = parseToken(input.token);
  if (token === undefined) throw new RenkeiError('sign_in_link_invalid');
  const { session, isFirst } = await database.inTenant(token.workspaceId, async (transaction) => {
    const now = clock.now();
    const memberId = await consumeSignInLink(transaction, token.secretHash, now);
    if (memberId === undefined) throw new RenkeiError('sign_in_link_invalid');
    const started = await startSession(transaction, now, memberId, input.userAgent);
    await recordAudit(transaction, now, {
      principal: { memberId },
      action: 'session.create',
      subjectId: started.principal.sessionId,
      detail: { by: 'sign-in link' },
    });
    return { session: started, isFirst: (await countUsedSignInLinks(transaction)) === 1 };
  });
  if (isFirst) {
    const { workspaceId } = session.principal;
    // Whoever is in is in, even if the world around them could not be made ready.
    await onFirstOwnerArrived(session.principal, input.language).catch((error: unknown) => {
      log.error(
        { err: error, workspaceId },
        'the first owner arrived, but not everything could be made ready',
      );
    });
  }
  return session;
}
