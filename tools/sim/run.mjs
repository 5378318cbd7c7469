// `npm run sim -- --seeds 2000 [--seed N --trace] [--mutant name]`: plays worlds in the server's own simulation, which
// stands beside the code it runs. A deliberate mistake is put into the sources as they are loaded.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const args = process.argv.slice(2);
const at = args.indexOf('--mutant');
const mutant = at === -1 ? undefined : args[at + 1];
const { RENKEI_MUTANT: _inherited, ...environment } = process.env;

const { status, signal } = spawnSync(
  process.execPath,
  [
    '--import',
    new URL('../faults/source-edits.mjs', import.meta.url).href,
    fileURLToPath(new URL('../../apps/server/src/modules/messages/simulation/main.ts', import.meta.url)),
    ...args,
  ],
  { stdio: 'inherit', env: mutant === undefined ? environment : { ...environment, RENKEI_MUTANT: mutant } },
);
if (signal) console.error(`ended by ${signal}`);
process.exitCode = status ?? 1;
