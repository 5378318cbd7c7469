import { Command } from '@commander-js/extra-typings';
import { systemClock } from '#platform/clock';
import { say } from './language.ts';
import { withDatabase } from './with-database.ts';

export const holdCommand = new Command('hold')
  .description('stop everything that leaves this system, at once · 外部への送信をすべて止める')
  .action(async () => {
    const { holdSystem } = await import('#modules/operations');
    const placed = await withDatabase((database) => holdSystem({ database, clock: systemClock }));
    if (placed) {
      say({
        en: 'Held: messages are taken in and queued, nothing goes out. npx renkei release lets it go on.',
        ja: '保留しました。受信と待機は続き、何も送信しません。再開: npx renkei release',
      });
    } else say({ en: 'It was held already.', ja: 'すでに保留中です。' });
  });
