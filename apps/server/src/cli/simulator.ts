import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Command } from '@commander-js/extra-typings';
import { installationDir } from './folders.ts';
import { simulatorMemory } from './supervisor/process-memory.ts';

/** The simulator is a program of its own that knows nothing of the server: everything after the word goes to it. */
export const simulatorCommand = new Command('simulator')
  .description('the Cloud API simulator alone · Cloud API シミュレーターだけを起動する')
  .allowUnknownOption()
  .allowExcessArguments()
  .helpOption(false)
  .action(async (_options, command) => {
    const script = join(installationDir, 'apps/simulator/src/cli.ts');
    const child = spawn(process.execPath, [...simulatorMemory, script, ...command.args], {
      stdio: 'inherit',
    });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => child.kill(signal));
    process.exitCode = await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
  });
