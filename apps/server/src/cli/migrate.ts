import { Command } from '@commander-js/extra-typings';
import { migrateDatabase } from '#platform/database';
import { say } from './language.ts';
import { withDatabase } from './with-database.ts';

export const migrateCommand = new Command('migrate')
  .description('bring the database schema up to date · データベースを最新の構造にする')
  .action(async () => {
    await withDatabase((connectionString, log) =>
      migrateDatabase({ ownerConnection: { connectionString }, log }),
    );
    say({ en: 'The database is up to date.', ja: 'データベースは最新です。' });
  });
