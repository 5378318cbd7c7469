import { Command } from '@commander-js/extra-typings';
import { backupCommand } from './backup.ts';
import { doctorCommand } from './doctor.ts';
import { holdCommand } from './hold.ts';
import { migrateCommand } from './migrate.ts';
import { releaseCommand } from './release.ts';
import { replayCommand } from './replay.ts';
import { reportFailure } from './report-failure.ts';
import { restoreCommand } from './restore.ts';
import { retentionCommand } from './retention.ts';
import { seedCommand } from './seed.ts';
import { signInLinkCommand } from './sign-in-link.ts';
import { simulatorCommand } from './simulator.ts';
import { startCommand } from './start.ts';

const program = new Command('renkei')
  .description('Self-hosted WhatsApp Business platform · セルフホスト型 WhatsApp Business 基盤')
  .version('0.1.0');

for (const command of [
  startCommand,
  signInLinkCommand,
  doctorCommand,
  replayCommand,
  backupCommand,
  restoreCommand,
  holdCommand,
  releaseCommand,
  retentionCommand,
  migrateCommand,
  seedCommand,
  simulatorCommand,
]) {
  program.addCommand(command);
}

await program.parseAsync().catch(reportFailure);
// The channel to the script that started us would keep us alive.
if (process.connected) process.disconnect();
