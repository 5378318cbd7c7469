import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

/**
 * `npm run bench -- intake | pipeline | memory | sends | rates | batches | rivals | media | all`: measures the built product on this machine, prints the
 * figures beside their goals and writes them to `out/bench/<name>.json`. Figures are reported, not asserted: only a
 * benchmark that could not run to its end is a failure.
 */
const benchmarks = ['intake', 'pipeline', 'memory', 'sends', 'rates', 'batches', 'rivals', 'media'] as const;

const { positionals } = parseArgs({ allowPositionals: true });
const wanted = positionals.includes('all') ? benchmarks : positionals;
const unknown = wanted.filter((name) => !existsSync(fileOf(name)));

if (wanted.length === 0 || unknown.length > 0) {
  console.error(`Usage: npm run bench -- ${benchmarks.join(' | ')} | all`);
  process.exitCode = 1;
} else {
  for (const name of wanted) await measure(name);
}
// The channel to the script that started us would keep us alive.
process.disconnect?.();

function fileOf(name: string): URL {
  return new URL(`../../apps/server/bench/${name}.ts`, import.meta.url);
}

/** Each has the machine for itself; one that fails leaves the others their turn. */
async function measure(name: string): Promise<void> {
  console.log(`\n${name}`);
  try {
    const { run } = await import(fileOf(name).href);
    await run();
    console.log(`written to out/bench/${name}.json`);
  } catch (error) {
    process.exitCode = 1;
    console.error(`${name} could not be measured:`, error);
  }
}
