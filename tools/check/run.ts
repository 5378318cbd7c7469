/** `npm run check [-- names…]`: runs every guard, prints a table and what is wrong, and fails if anything is. */
import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Findings, Guard } from './guard.ts';
import { guards } from './guards.ts';

interface Result extends Findings {
  readonly name: string;
  readonly durationMs: number;
}

const names = process.argv.slice(2);
const unknown = names.filter((name) => guards.every((guard) => guard.name !== name));
if (unknown.length > 0) {
  console.error(
    `No such guard: ${unknown.join(', ')}. There are: ${guards.map((guard) => guard.name).join(', ')}`,
  );
  process.exitCode = 1;
} else {
  const results = await runAll(guards.filter((guard) => names.length === 0 || names.includes(guard.name)));
  for (const result of results) printDetails(result);
  printTable(results);
  process.exitCode = results.some((result) => result.problems.length > 0) ? 1 : 0;
}

/** As many at a time as there are processors, at most four: each tool uses several threads of its own. */
async function runAll(chosen: readonly Guard[]): Promise<readonly Result[]> {
  const waiting = [...chosen];
  const results: Result[] = [];
  const work = async () => {
    for (let guard = waiting.shift(); guard !== undefined; guard = waiting.shift()) {
      results.push(await runGuard(guard));
    }
  };
  await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, work));
  return results.toSorted((a, b) => a.name.localeCompare(b.name));
}

async function runGuard(guard: Guard): Promise<Result> {
  const startedAt = performance.now();
  const findings = await guard.check().catch(describeCrash);
  const blind = findings.looked.count === 0 && findings.problems.length === 0;
  const problems = blind ? [`the guard found no ${findings.looked.at} to look at`] : findings.problems;
  return { ...findings, problems, name: guard.name, durationMs: performance.now() - startedAt };
}

function describeCrash(error: unknown): Findings {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { looked: { count: 0, at: 'things' }, problems: [`the guard itself failed: ${message}`] };
}

function printDetails({ name, problems, notes = [] }: Result): void {
  if (problems.length + notes.length > 0) console.log(`\n${name}`);
  for (const problem of problems.toSorted()) console.log(`  ✗ ${problem}`);
  for (const note of notes) console.log(`  · ${note}`);
}

function printTable(results: readonly Result[]): void {
  console.log('');
  for (const { name, problems, looked, durationMs } of results) {
    const verdict = problems.length === 0 ? 'ok' : `${problems.length} wrong`;
    const seconds = `${(durationMs / 1000).toFixed(1)} s`;
    console.log(
      `${name.padEnd(14)}${verdict.padEnd(12)}${`${looked.count} ${looked.at}`.padEnd(44)}${seconds}`,
    );
  }
  const failed = results.filter((result) => result.problems.length > 0).length;
  console.log(`\n${results.length - failed} guards ok, ${failed} failed`);
}
