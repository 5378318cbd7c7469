import { Command } from '@commander-js/extra-typings';
import { systemClock } from '#platform/clock';
import { say } from './language.ts';
import { withDatabase } from './with-database.ts';

export const replayCommand = new Command('replay')
  .description('give quarantined webhooks to the workers again · 隔離された Webhook を再処理する')
  .option('--event <id>', 'only this one (Settings lists them)')
  .option('--workspace <id>', 'only those of this workspace')
  .action(async ({ event, workspace }) => {
    const { replayQuarantined } = await import('#modules/ingest');
    const selection = { rawEventId: event, workspaceId: workspace };
    const released = await withDatabase((database) =>
      replayQuarantined({ database, clock: systemClock }, selection),
    );
    say({
      en: `Events released for another try: ${released}. A running server takes them at once, else the next start.`,
      ja: `再処理するイベント: ${released} 件。動作中のサーバーがすぐに、停止中なら次の起動時に処理します。`,
    });
  });
