import { Command } from '@commander-js/extra-typings';
import { checkChannels } from './doctor/check-channels.ts';
import { checkDataFolder } from './doctor/check-data-folder.ts';
import { checkDatabase } from './doctor/check-database.ts';
import { checkFiles } from './doctor/check-files.ts';
import { checkNetwork } from './doctor/check-network.ts';
import { checkOperations } from './doctor/check-operations.ts';
import { checkRuntime } from './doctor/check-runtime.ts';
import type { Check, Finding } from './doctor/finding.ts';
import { inTerminalLanguage, say } from './language.ts';

/** In the order in which one thing needs the other. */
const checks: readonly Check[] = [
  checkRuntime,
  checkDataFolder,
  checkFiles,
  checkDatabase,
  checkNetwork,
  checkChannels,
  checkOperations,
];

export const doctorCommand = new Command('doctor')
  .description('say what is wrong and what to do · 問題点と対処方法を表示する')
  .action(async () => {
    let problems = 0;
    for (const check of checks) {
      for (const finding of await check(process.env)) {
        print(finding);
        if (!finding.isOk) problems += 1;
      }
    }
    if (problems === 0) say({ en: '\nEverything is in order.', ja: '\n問題はありません。' });
    else say({ en: `\nProblems: ${problems}`, ja: `\n問題: ${problems} 件` });
    process.exitCode = problems === 0 ? 0 : 1;
  });

function print({ subject, isOk, detail, remedy }: Finding): void {
  process.stdout.write(`${isOk ? '✓' : '✗'} ${inTerminalLanguage(subject)}: ${inTerminalLanguage(detail)}\n`);
  if (remedy !== undefined) process.stdout.write(`    → ${inTerminalLanguage(remedy)}\n`);
}
