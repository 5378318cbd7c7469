import { leastOf, type PlanChanges, type PlanPart, partsOf } from './plan-parts.ts';
import { runSeed, type SeedResult } from './run-seed.ts';

interface Shrunk {
  readonly changes: PlanChanges;
  readonly dice: number;
  readonly result: SeedResult;
}

/** Worlds played to make one failure smaller. */
const mostRuns = 2_000;
/** A smaller world goes another way and may miss the mistake by chance: as many ways are tried. */
const waysTried = 8;

/** The boldest first. */
const waysToTake: readonly ((part: PlanPart, value: number) => number)[] = [
  leastOf,
  // Half of a chance is as long to explain as the whole.
  (part, value) => (value > 1 ? Math.max(leastOf(part), Math.floor(value / 2)) : value),
  (_part, value) => (value > 1 && value < 100 ? value - 1 : value),
];

/** The smallest world found that is broken in the same way: fewer messages, fewer mishaps, less trouble. */
export async function shrink(seed: number): Promise<Shrunk> {
  let smallest: Shrunk = { changes: {}, dice: 0, result: await runSeed(seed) };
  const kind = kindOf(smallest.result);
  if (kind === undefined) return smallest;
  let runs = 0;
  const play = async (changes: PlanChanges): Promise<Shrunk | undefined> => {
    for (let dice = 0; dice < waysTried && runs < mostRuns; dice += 1) {
      runs += 1;
      const result = await runSeed(seed, { changes, dice });
      if (kindOf(result) === kind) return { changes, dice, result };
    }
    return undefined;
  };
  for (let before: Shrunk | undefined; before !== smallest; ) {
    before = smallest;
    for (const take of waysToTake) {
      for (const part of partsOf(smallest.result.plan).keys()) {
        smallest = await takeAway(smallest, part, { take, play });
      }
    }
  }
  return smallest;
}

interface Taking {
  readonly take: (part: PlanPart, value: number) => number;
  readonly play: (changes: PlanChanges) => Promise<Shrunk | undefined>;
}

/** Less and less of one part, as long as the world stays broken. */
async function takeAway(from: Shrunk, part: PlanPart, { take, play }: Taking): Promise<Shrunk> {
  for (let smallest = from; ; ) {
    const value = partsOf(smallest.result.plan).get(part) ?? 0;
    const less = take(part, value);
    const found = less < value ? await play({ ...smallest.changes, [part]: less }) : undefined;
    if (!found) return smallest;
    smallest = found;
  }
}

/** What the first violation is a case of, without ids and numbers. */
function kindOf({ violations: [violation] }: SeedResult): string | undefined {
  return violation?.replaceAll(/[\w-]{16,}/g, '…').replaceAll(/\d+/g, '#');
}
