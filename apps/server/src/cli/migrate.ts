import { Command } from '@commander-js/extra-typings';
import { say } from './language.ts';
import { withDatabaseUrl } from './with-database.ts';

export const migrateCommand = new Command('migrate')
  .description('bring the database schema up to date · データベースを最新の構造にする')
  .option('--snapshot', 'save the tables first, if there is anything to do', false)
  .action(async ({ snapshot }) => {
    const { prepareDatabase } = await import('../prepare-database.ts');
    const { snapshotBeforeUpgrade } = await import('./upgrade/snapshot-before-upgrade.ts');
    await withDatabaseUrl(async (connectionString, log) => {
      const saved = snapshot ? await snapshotBeforeUpgrade(connectionString) : undefined;
      await prepareDatabase({ ownerConnection: { connectionString }, log });
      await saved?.record(log);
    });
    say({ en: 'The database is up to date.', ja: 'データベースは最新です。' });
  });
