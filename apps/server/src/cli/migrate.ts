import { Command } from '@commander-js/extra-typings';
import { say } from './language.ts';
import { withDatabaseUrl } from './with-database.ts';

export const migrateCommand = new Command('migrate')
  .description('bring the database schema up to date · データベースを最新の構造にする')
  .action(async () => {
    const { prepareDatabase } = await import('../prepare-database.ts');
    await withDatabaseUrl((connectionString, log) =>
      prepareDatabase({ ownerConnection: { connectionString }, log }),
    );
    say({ en: 'The database is up to date.', ja: 'データベースは最新です。' });
  });
