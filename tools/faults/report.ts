import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from './invariants/invariant.ts';
import type { ProfileName } from './scenarios/scenario.ts';
import type { Stage } from './stage/open-stage.ts';
import { tellStory } from './story.ts';

/** How a run can be had again. */
export interface RunSettings {
  readonly profile: ProfileName;
  readonly seed: number;
  readonly only: readonly string[];
}

/** What was found, printed as it comes, and at the end the sums and the file of the failures. */
export interface Report {
  add(where: string, findings: readonly Finding[], stage?: Stage): Promise<void>;
  say(line: string): void;
  /** Prints figures and the last line; gives whether everything held. */
  finish(): Promise<boolean>;
}

const shown = 5;
const outFolder = fileURLToPath(new URL('../../out/', import.meta.url));

export function createReport(settings: RunSettings): Report {
  let passed = 0;
  const skipped: string[] = [];
  const failures: { where: string; finding: Finding; stories: Record<string, readonly string[]> }[] = [];
  const startedMs = performance.now();

  async function add(where: string, findings: readonly Finding[], stage?: Stage): Promise<void> {
    for (const finding of findings) {
      const { invariant, says, broken, notApplicable } = finding;
      const name = `${where} ${invariant === where ? '' : `${invariant} `}${says}`;
      if (notApplicable !== undefined) {
        skipped.push(`${invariant} ${says}: ${notApplicable}`);
        continue;
      }
      if (broken.length === 0) {
        passed += 1;
        console.log(`ok     ${name}`);
        continue;
      }
      console.log(`BROKEN ${name}`);
      for (const what of broken.slice(0, shown)) console.log(`         ${what}`);
      if (broken.length > shown) console.log(`         … ${broken.length} in all`);
      failures.push({ where, finding, stories: await tellStories(finding, stage) });
    }
  }

  async function writeFailures(): Promise<void> {
    const path = join(outFolder, `faults-${settings.seed}.json`);
    await mkdir(outFolder, { recursive: true });
    await writeFile(path, JSON.stringify({ ...settings, failures }, undefined, 2));
    const only = settings.only.length > 0 ? ` --only ${settings.only.join(',')}` : '';
    console.log(`Everything about the failures is in out/faults-${settings.seed}.json. Once more:`);
    console.log(`  npm run faults -- --repro out/faults-${settings.seed}.json`);
    console.log(`  npm run faults -- --profile ${settings.profile} --seed ${settings.seed}${only}`);
  }

  return {
    add,
    say: (line) => console.log(line),
    async finish() {
      for (const reason of new Set(skipped)) console.log(`not applicable: ${reason}`);
      if (failures.length > 0) await writeFailures();
      const seconds = Math.round((performance.now() - startedMs) / 1_000);
      console.log(`profile ${settings.profile}, seed ${settings.seed}, ${seconds} s`);
      console.log(`faults: ${passed} passed, ${failures.length} failed`);
      return failures.length === 0;
    },
  };
}

async function tellStories(
  { broken, about = broken }: Finding,
  stage: Stage | undefined,
): Promise<Record<string, readonly string[]>> {
  const stories: Record<string, readonly string[]> = {};
  if (!stage) return stories;
  for (const id of about.slice(0, shown)) {
    const story = await tellStory(stage, id).catch((error: unknown) => [String(error)]);
    stories[id] = story;
    for (const line of story) console.log(`           ${line.slice(0, 400)}`);
  }
  return stories;
}
