/**
 * The import law, by dependency-rules.cjs.
 *
 * A boundary checker that cannot parse our files reports "no violations" over zero modules and exits 0. Therefore:
 * it must have seen every TypeScript file there is; and in a second run over a copy with planted violations (canaries)
 * it must catch each of them, for every rule.
 */
import type { Findings, Guard } from '../guard.ts';
import { sourceFiles } from '../repository.ts';
import { type Canary, canaries } from './canaries.ts';
import { type Cruise, cruise } from './cruise.ts';
import { withPlantedCanaries } from './plant-canaries.ts';

export const imports: Guard = { name: 'imports', check };

async function check(): Promise<Findings> {
  const [real, planted] = await Promise.all([cruise('.'), withPlantedCanaries(cruise)]);
  const problems = real.violations.map(
    ({ from, to, rule }) => `${from} → ${to}: ${rule} (${real.rules.get(rule)})`,
  );
  return {
    looked: { count: real.seen.size, at: `modules, ${real.rules.size} rules, ${canaries.length} canaries` },
    problems: [
      ...new Set(problems),
      ...findUnseen(real.seen, expectedFiles),
      ...findMissedCanaries(planted, canaries),
      ...findUntestedRules(planted, canaries),
    ],
    notes: [`planted violations caught: ${findCaught(planted, canaries).join(', ')}`],
  };
}

/** The folders that are cruised; configuration files in the root import nothing of ours. */
const expectedFiles = sourceFiles.filter((path) => /^(apps|packages|e2e|tools)\//.test(path));

export function findUnseen(seen: ReadonlySet<string>, expected: readonly string[]): readonly string[] {
  return expected
    .filter((path) => !seen.has(path))
    .map((path) => `${path}: dependency-cruiser did not see it`);
}

export function findMissedCanaries(cruised: Cruise, planted: readonly Canary[]): readonly string[] {
  return planted
    .filter((canary) => !isCaught(cruised, canary))
    .map(
      ({ rule, file, imports: specifier }) => `dependency-rules.cjs: ${rule} missed ${file} → ${specifier}`,
    );
}

function findCaught(cruised: Cruise, planted: readonly Canary[]): readonly string[] {
  return [...new Set(planted.filter((canary) => isCaught(cruised, canary)).map(({ rule }) => rule))];
}

/** A cycle is told once, from either of its ends. */
function isCaught({ violations }: Cruise, { rule, file }: Canary): boolean {
  return violations.some((found) => found.rule === rule && (found.from === file || found.to === file));
}

export function findUntestedRules(cruised: Cruise, planted: readonly Canary[]): readonly string[] {
  const tested = new Set(planted.map((canary) => canary.rule));
  return [...cruised.rules.keys()]
    .filter((rule) => !tested.has(rule))
    .map((rule) => `tools/check/imports/canaries.ts: the rule ${rule} has no canary`);
}
