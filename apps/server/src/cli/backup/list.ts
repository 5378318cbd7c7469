import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { OperatorError } from '#platform/operator-error';
import { dataDirOf } from '../folders.ts';
import { inTerminalLanguage, say } from '../language.ts';
import { backupDirOf } from './create.ts';
import { humanSize } from './size.ts';

export const listCommand = new Command('list')
  .description('what backups there are · バックアップの一覧')
  .argument('[folder]', 'where they are (default: BACKUP_DIR, or backups in the data folder)')
  .action(async (given) => {
    const { readBackupHeader } = await import('#modules/operations');
    const folder = resolve(given ?? backupDirOf(dataDirOf()));
    const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    const files = names.filter((name) => name.endsWith('.renkei-backup')).sort();
    if (files.length === 0)
      say({ en: `No backups in ${folder}.`, ja: `${folder} にバックアップはありません。` });
    for (const name of files) {
      const file = join(folder, name);
      process.stdout.write(`${await describe(file, readBackupHeader)}\n`);
    }
  });

async function describe(
  file: string,
  read: typeof import('#modules/operations').readBackupHeader,
): Promise<string> {
  try {
    const { takenAt, contents, key, migrations } = await read(file);
    const { size } = await stat(file);
    const schema = migrations.at(-1)?.name.slice(0, 4) ?? '0000';
    return [file, takenAt, humanSize(size), contents, key.source, `schema ${schema}`].join('  ');
  } catch (error) {
    if (error instanceof OperatorError) return `${file}  ✗ ${inTerminalLanguage(error.reason)}`;
    throw error;
  }
}
