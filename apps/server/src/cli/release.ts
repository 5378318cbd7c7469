import { Command } from '@commander-js/extra-typings';
import { systemClock } from '#platform/clock';
import { say } from './language.ts';
import { withDatabase } from './with-database.ts';

export const releaseCommand = new Command('release')
  .description('let a held or restored system send again · 保留または復元したシステムの送信を再開する')
  .option(
    '--send-queued',
    'send what was queued in the backup; only where nothing was sent after it was taken',
    false,
  )
  .action(async ({ sendQueued }) => {
    const { releaseHold } = await import('#modules/operations');
    const released = await withDatabase((database) =>
      releaseHold({ database, clock: systemClock }, { sendsQueued: sendQueued, principal: null }),
    );
    if (!released) {
      say({ en: 'Nothing was held.', ja: '保留中ではありません。' });
      return;
    }
    const { unsure, unconfirmed } = released;
    say({
      en: `Released. Sends that were under way and wait for proof: ${unsure}; that a person decides about: ${unconfirmed}.`,
      ja: `再開しました。送信途中で確認待ち: ${unsure} 件、担当者の判断が必要: ${unconfirmed} 件。`,
    });
  });
