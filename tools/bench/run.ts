import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

/**
 * `npm run bench -- <name …> | all [--minutes N]`: measures the built product on this machine, prints the figures beside
 * their goals and writes them to `out/bench/<name>.json`. Figures are reported, not asserted: only a benchmark that could
 * not run to its end is a failure. `--minutes` is how long the soak takes.
 */
const benchmarks = [
  'intake',
  'pipeline',
  'memory',
  'sends',
  'rates',
  'batches',
  'cluster',
  'rivals',
  'media',
  'hooks',
  'soak',
] as const;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '10' } },
});
const minutes = Number(values.minutes);
const wanted = positionals.includes('all') ? benchmarks : positionals;
const unknown = wanted.filter((name) => fileOf(name) === undefined);

if (wanted.length === 0 || unknown.length > 0 || !(minutes > 0)) {
  console.error(`Usage: npm run bench -- ${benchmarks.join(' | ')} | all [--minutes N]`);
  process.exitCode = 1;
} else {
  for (const name of wanted) await measure(name);
}
// The channel to the script that started us would keep us alive.
process.disconnect?.();

/** Those of the server's parts are with the server, those of the whole product here. */
function fileOf(name: string): URL | undefined {
  const places = [`../../apps/server/bench/${name}.ts`, `./${name}.ts`];
  return places.map((place) => new URL(place, import.meta.url)).find((place) => existsSync(place));
}

/** Each has the machine for itself; one that fails leaves the others their turn. */
async function measure(name: string): Promise<void> {
  console.log(`\n${name}`);
  try {
    const { run } = await import(fileOf(name)?.href ?? '');
    await run({ minutes });
    console.log(`written to out/bench/${name}.json`);
  } catch (error) {
    process.exitCode = 1;
    console.error(`${name} could not be measured:`, error);
  }
}
