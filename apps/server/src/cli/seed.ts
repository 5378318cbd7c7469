import { Command, Option } from '@commander-js/extra-typings';
import { languages, routes } from '@renkei/contract';
import { OperatorError } from '#platform/operator-error';
import { dataDirOf } from './folders.ts';
import { say, terminalLanguage } from './language.ts';
import { findLockHolder } from './supervisor/data-folder-lock.ts';
import { withDatabase } from './with-database.ts';

export const seedCommand = new Command('seed')
  .description('make the demonstration world without a browser · ブラウザーなしでデモの世界を作る')
  .addOption(new Option('--language <language>', 'of the shop and its customers').choices(languages))
  .action(async (options) => {
    const url = await findRunningUrl();
    const { createFirstSignInLink, hasOwnerArrived } = await import('#modules/identity');
    const { systemClock: clock } = await import('#platform/clock');
    const language = options.language ?? terminalLanguage();
    const link = await withDatabase(async (database) => {
      if (await hasOwnerArrived({ database })) return undefined;
      return createFirstSignInLink({ database, clock, publicUrl: url }, language);
    });
    if (link === undefined) {
      say({
        en: 'An owner has arrived already: the world is made once, for the first one.',
        ja: 'オーナーはすでにログイン済みです。デモの世界は最初の一度だけ作られます。',
      });
      return;
    }
    await arrive(url, new URL(link).searchParams.get('token') ?? '', language);
    say({ en: `Done. See it at ${url}`, ja: `完了しました: ${url}` });
  });

async function findRunningUrl(): Promise<string> {
  const holder = await findLockHolder(dataDirOf());
  if (holder?.url !== undefined && holder.simulatorUrl !== undefined) return holder.url;
  throw new OperatorError({
    code: 'not_running_with_simulator',
    reason: {
      en: 'Renkei does not run on this data folder with its simulator.',
      ja: 'このデータフォルダーでは、シミュレーター付きの Renkei が動作していません。',
    },
    remedy: { en: 'Start it first: npm start', ja: '先に起動してください: npm start' },
  });
}

/** The server makes the world for whoever arrives first; here that is us, and we leave again. */
async function arrive(url: string, token: string, language: string): Promise<void> {
  const { method, path } = routes.redeemSignInLink;
  const headers = { 'content-type': 'application/json', 'x-renkei-csrf': '1' };
  const body = JSON.stringify({ token, language });
  const response = await fetch(`${url}${path}`, { method, headers, body });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]);
  const { method: signOutMethod, path: signOutPath } = routes.signOut;
  await fetch(`${url}${signOutPath}`, {
    method: signOutMethod,
    headers: { ...headers, cookie: cookie.join('; ') },
  });
}
