import { Command } from '@commander-js/extra-typings';
import { createCommand } from './backup/create.ts';
import { listCommand } from './backup/list.ts';
import { verifyCommand } from './backup/verify.ts';

export const backupCommand = new Command('backup').description('make, list and prove backups · バックアップ');
for (const command of [createCommand, listCommand, verifyCommand]) backupCommand.addCommand(command);
