import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Finding } from '../invariants/invariant.ts';
import type { Report } from '../report.ts';
import { editSource, editsOf } from './edit-source.mjs';
import { type Mutant, mutants } from './mutants.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Makes each mistake and sees whether what must notice it does. Without names: every one there is. */
export async function runMutants(names: readonly string[], report: Report): Promise<void> {
  const chosen = Object.entries(mutants).filter(([name]) => names.length === 0 || names.includes(name));
  // A name that nobody knows throws.
  for (const name of names) if (!mutants[name]) editsOf(name);
  const unfitting = chosen.flatMap(findUnfitting);
  const fitting = chosen.filter(([name]) => !unfitting.some(({ invariant }) => invariant === name));
  const findings = [
    ...unfitting,
    ...findMissing(fitting),
    ...(await playTests(fitting)),
    ...(await playSimulations(fitting)),
  ];
  await report.add('mutants', findings);
}

type Named = readonly [name: string, mutant: Mutant];

function finding([name, { says }]: Named, isCaught: boolean, by: string): Finding {
  return {
    invariant: name,
    says: `(${says}) is caught by ${by}`,
    broken: isCaught ? [] : ['it was not noticed'],
  };
}

/** A mistake that can no longer be made shows nothing. */
function findUnfitting([name, { says }]: Named): readonly Finding[] {
  try {
    editsOf(name);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ invariant: name, says: `(${says}) can be made`, broken: [reason] }];
  }
}

function findMissing(chosen: readonly Named[]): readonly Finding[] {
  return chosen.flatMap(([name, { says, caughtBy }]) =>
    'missing' in caughtBy
      ? [{ invariant: name, says: `(${says})`, broken: [], notApplicable: caughtBy.missing }]
      : [],
  );
}

/** All in one run of vitest, a project with its own edited sources each: starting one costs more than most tests. */
async function playTests(chosen: readonly Named[]): Promise<readonly Finding[]> {
  const tested = chosen.flatMap((named) => {
    const [, { caughtBy }] = named;
    return 'test' in caughtBy ? [{ named, caughtBy, edits: editsOf(named[0]) }] : [];
  });
  if (tested.length === 0) return [];
  const { startVitest } = await import('vitest/node');
  const names = tested.map(({ caughtBy }) => caughtBy.named.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const vitest = await startVitest(
    'test',
    [],
    {
      root: `${root}apps/server`,
      config: false,
      watch: false,
      maxWorkers: 2,
      testTimeout: 20_000,
      hookTimeout: 60_000,
      dangerouslyIgnoreUnhandledErrors: true,
      testNamePattern: names.join('|'),
      globalSetup: [`${root}apps/server/test/global-setup.ts`],
      reporters: [{}],
      projects: tested.map(({ named: [name], caughtBy, edits }) => ({
        extends: true,
        plugins: [
          {
            name: `mutant ${name}`,
            enforce: 'pre' as const,
            transform: (text: string, id: string) => {
              const edited = editSource(pathToFileURL(id).href, text, edits);
              return edited === text ? undefined : { code: edited, map: null };
            },
          },
        ],
        test: { name, include: [`${root}${caughtBy.test}`] },
      })),
    },
    {},
  );
  const findings = tested.map(({ named, caughtBy }) => {
    const [name] = named;
    const tests = vitest.state
      .getTestModules()
      .filter((module) => module.project.name === name)
      .flatMap((module) => [...module.children.allTests()])
      .filter((test) => test.name === caughtBy.named);
    const failed = tests.filter((test) => test.result().state === 'failed');
    // A test that is gone, or a file that could not even be loaded, has noticed nothing.
    return finding(named, tests.length > 0 && failed.length > 0, `“${caughtBy.named}”`);
  });
  await vitest.close();
  return findings;
}

async function playSimulations(chosen: readonly Named[]): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const named of chosen) {
    const [name, { caughtBy }] = named;
    if (!('seeds' in caughtBy)) continue;
    const child = spawn(
      process.execPath,
      [`${root}tools/sim/run.mjs`, '--seeds', String(caughtBy.seeds), '--mutant', name],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    );
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    await once(child, 'close');
    const failed = Number(/sim: \d+ passed, (\d+) failed/.exec(text)?.[1] ?? 0);
    findings.push(finding(named, failed > 0, `the simulation within ${caughtBy.seeds} seeds`));
  }
  return findings;
}
