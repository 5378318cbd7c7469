import type { Database } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { countSignInAttempt, deleteOldSignInAttempts, forgetSignInAttempts } from './store-sign-in.ts';

const attemptsPerWindow = 10;
const windowMs = 15 * 60 * 1000;

/**
 * Counts a try to sign in as an address, before the password is looked at and whether or not there is such a member.
 * The row is locked by the counting, so that of any number of tries at the same moment only ten go on.
 *
 * `onFirstRefusal` is called once in a window.
 *
 * @throws RenkeiError `too_many_requests` after ten tries within 15 minutes
 */
export async function countGuess(
  database: Database,
  email: string,
  now: Date,
  onFirstRefusal: () => Promise<void> = async () => undefined,
): Promise<void> {
  const windowBegan = new Date(now.getTime() - windowMs);
  const attempts = await database.inSystem(async (transaction) => {
    await deleteOldSignInAttempts(transaction, windowBegan, 100);
    return countSignInAttempt(transaction, email, now, windowBegan);
  });
  if (attempts <= attemptsPerWindow) return;
  if (attempts === attemptsPerWindow + 1) await onFirstRefusal();
  throw new RenkeiError('too_many_requests', {
    detail: {
      en: `More than ${attemptsPerWindow} tries to sign in as this address.`,
      ja: `このアドレスでのサインイン試行が${attemptsPerWindow}回を超えました。`,
    },
    remedy: {
      en: 'Wait 15 minutes, or get a sign-in link with "npx renkei sign-in-link" on the server.',
      ja: '15分待つか、サーバーで「npx renkei sign-in-link」を実行してサインインリンクを取得してください。',
    },
  });
}

/** The address has shown its password: earlier tries no longer count. */
export async function forgiveGuesses(database: Database, email: string): Promise<void> {
  await database.inSystem((transaction) => forgetSignInAttempts(transaction, email));
}
