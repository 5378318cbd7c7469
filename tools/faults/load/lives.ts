import { setTimeout as pause } from 'node:timers/promises';
import type { CrashPoint } from '../../../apps/server/src/platform/crash-point/index.ts';
import type { Stage } from '../stage/open-stage.ts';
import { passTime } from '../stage/pass-time.ts';

/** How a life of the server ends: at a named point, or (undefined) by a kill after a while. */
export type Death = CrashPoint | undefined;

/** Deaths that come one after the other: what is recovered must have been left behind by the death before. */
export type DeathChain = readonly Death[];

/** Each chain of points so often, then kills by chance until there are enough deaths, in an order of their own. */
export function planDeaths(
  chains: readonly (readonly CrashPoint[])[],
  {
    times,
    deaths,
    random,
  }: { readonly times: number; readonly deaths: number; readonly random: () => number },
): readonly DeathChain[] {
  const atPoints = chains.flatMap((chain) => Array.from({ length: times }, (): DeathChain => chain));
  const missing = Math.max(0, deaths - atPoints.flat().length);
  const byChance = Array.from({ length: missing }, (): DeathChain => [undefined]);
  return shuffle([...atPoints, ...byChance], random);
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
/**
 * A point may have been passed for the last time before there was work for it, and a death may leave nothing behind for
 * the next: a chain is begun anew that often.
 */
export const triesPerChain = 3;

/**
 * One life of the server after the other, each begun with its death ahead. `during` is called at the start of each and
 * sees to it that there is work. Whether the last one has ended is nobody's business yet.
 */
export async function liveAndDie(
  stage: Stage,
  plan: readonly DeathChain[],
  random: () => number,
  during: (death: Death, index: number) => Promise<void>,
): Promise<void> {
  const lives: Life[] = [];
  let index = 0;
  for (const chain of plan) {
    for (let tries = 0; tries < triesPerChain; tries += 1) {
      if (await dieAlong(chain, tries)) break;
    }
    index += chain.length;
  }
  stage.record.figures.set('lives', tellLives(lives));

  async function dieAlong(chain: DeathChain, tries: number): Promise<boolean> {
    for (const [offset, death] of chain.entries()) {
      const startedMs = performance.now();
      const hasDied = await live(death, tries, () => during(death, index + offset));
      lives.push({ name: death ?? 'by chance', tookMs: performance.now() - startedMs });
      if (!hasDied) return false;
    }
    return true;
  }

  async function live(death: Death, tries: number, work: () => Promise<void>): Promise<boolean> {
    await stage.server.kill();
    if (death === undefined) {
      await stage.server.start();
      await work();
      await pause(random() * 250);
      return true;
    }
    const second = 1 + Math.floor(random() * 2);
    return dieAt(stage, death, tries > 0 || rarePoints.has(death) ? 1 : second, work);
  }
}

interface Life {
  readonly name: string;
  readonly tookMs: number;
}

/** What made the run long. */
function tellLives(lives: readonly Life[]): string {
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
