import { setTimeout as pause } from 'node:timers/promises';
import type { CrashPoint } from '../../../apps/server/src/platform/crash-point/index.ts';
import type { Stage } from '../stage/open-stage.ts';
import { passTime } from '../stage/pass-time.ts';

/** How a life of the server ends: at a named point, or (undefined) by a kill after a while. */
export type Death = CrashPoint | undefined;

/**
 * Each chain of points so often, then kills by chance until there are enough deaths, in an order of their own. The points
 * of a chain stay together: what is recovered must have been left behind by the death before.
 */
export function planDeaths(
  chains: readonly (readonly CrashPoint[])[],
  {
    times,
    deaths,
    random,
  }: { readonly times: number; readonly deaths: number; readonly random: () => number },
): readonly Death[] {
  const atPoints = chains.flatMap((chain) => Array.from({ length: times }, (): readonly Death[] => chain));
  const missing = Math.max(0, deaths - atPoints.flat().length);
  const byChance = Array.from({ length: missing }, (): readonly Death[] => [undefined]);
  return shuffle([...atPoints, ...byChance], random).flat();
}

/** Most end within a second or two; on a slow machine what a point waits for may take long. */
const longestLifeMs = 40_000;
const [leapMs, leapEveryMs] = [2_000, 1_000];
/** A lease is renewed at a third of it. */
const shortLeaseMs = 1_500;
/** Passed once in a while, or once in a life. */
const rarePoints = new Set<CrashPoint>([
  'lease.renewed',
  'dispatcher.recovering',
  'dispatcher.claim-committed',
  'media.brought-to-provider',
]);
/** A point may have been passed for the last time before there was work for it: it gets that many lives to be hit. */
export const triesPerPoint = 3;

/**
 * One life of the server after the other, each begun with its death ahead. `during` is called at the start of each and
 * sees to it that there is work. Whether the last one has ended is nobody's business yet.
 */
export async function liveAndDie(
  stage: Stage,
  deaths: readonly Death[],
  random: () => number,
  during: (death: Death, index: number) => Promise<void>,
): Promise<void> {
  const { server, record } = stage;
  const lives: { readonly name: string; readonly tookMs: number }[] = [];
  for (const [index, death] of deaths.entries()) {
    const startedMs = performance.now();
    await server.kill();
    if (death === undefined) {
      await server.start();
      await during(death, index);
      await pause(random() * 250);
    } else {
      const second = 1 + Math.floor(random() * 2);
      for (let tries = 0; tries < triesPerPoint; tries += 1) {
        const hit = tries > 0 || rarePoints.has(death) ? 1 : second;
        if (await dieAt(stage, death, hit, () => during(death, index))) break;
      }
    }
    lives.push({ name: death ?? 'by chance', tookMs: performance.now() - startedMs });
  }
  record.figures.set('lives', tellLives(lives));
}

/** What made the run long. */
function tellLives(lives: readonly { readonly name: string; readonly tookMs: number }[]): string {
  const longest = [...lives].sort((one, other) => other.tookMs - one.tookMs);
  const told = longest.slice(0, 6).map(({ name, tookMs }) => `${name} ${Math.round(tookMs)}`);
  const median = longest[Math.floor(longest.length / 2)]?.tookMs ?? 0;
  return `${lives.length}, ${Math.round(median)} ms each (median); longest ${told.join(', ')}`;
}

/** One life that ends itself at the n-th hit of a point; true: it did. */
async function dieAt(
  stage: Stage,
  point: CrashPoint,
  hit: number,
  during: () => Promise<void>,
): Promise<boolean> {
  const { server, record } = stage;
  await server.start({
    crashAt: { point, hit },
    leaseMs: point === 'lease.renewed' ? shortLeaseMs : undefined,
  });
  await during();
  // What was throttled waits no longer than it takes to tell.
  const passing = setInterval(() => void passTime(stage, leapMs).catch(() => undefined), leapEveryMs);
  const hasDied = await server.diesByItself(longestLifeMs);
  clearInterval(passing);
  if (hasDied) record.crashes.set(point, (record.crashes.get(point) ?? 0) + 1);
  return hasDied;
}

function shuffle<Item>(items: Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}
