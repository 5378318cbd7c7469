import { Command } from '@commander-js/extra-typings';
import { systemClock } from '#platform/clock';
import { dataDirOf } from './folders.ts';
import { terminalLanguage } from './language.ts';
import { findLockHolder } from './supervisor/data-folder-lock.ts';
import { withDatabase } from './with-database.ts';

export const signInLinkCommand = new Command('sign-in-link')
  .description(
    'print a one-time link that signs the owner in · オーナー用の一度限りのログインリンクを表示する',
  )
  .option('--only-first', 'print nothing when an owner has already arrived', false)
  .action(async ({ onlyFirst }) => {
    // Loaded when asked for: `start` shares this program and is to stay small.
    const { createFirstSignInLink, hasOwnerArrived } = await import('#modules/identity');
    const publicUrl = await findPublicUrl();
    const link = await withDatabase(async (database) => {
      if (onlyFirst && (await hasOwnerArrived({ database }))) return undefined;
      return createFirstSignInLink({ database, clock: systemClock, publicUrl }, terminalLanguage());
    });
    if (link !== undefined) process.stdout.write(`${link}\n`);
  });

async function findPublicUrl(): Promise<string> {
  const given = process.env['PUBLIC_URL'];
  if (given) return given.replace(/\/$/, '');
  const holder = await findLockHolder(dataDirOf());
  return holder?.url ?? `http://localhost:${process.env['PORT'] || 7300}`;
}
