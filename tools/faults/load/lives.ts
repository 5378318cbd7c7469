import { setTimeout as pause } from 'node:timers/promises';
import type { CrashPoint } from '../../../apps/server/src/platform/crash-point/index.ts';
import type { Stage } from '../stage/open-stage.ts';

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

const longestLifeMs = 12_000;
/** A point may have been passed for the last time before there was work for it: it gets that many lives to be hit. */
const triesPerPoint = 3;

/**
 * One life of the server after the other, each begun with its death ahead. `during` is called at the start of each and
 * sees to it that there is work. Ends with a server that lives.
 */
export async function liveAndDie(
  stage: Stage,
  deaths: readonly Death[],
  random: () => number,
  during: (death: Death, index: number) => Promise<void>,
): Promise<void> {
  const { server } = stage;
  for (const [index, death] of deaths.entries()) {
    await server.kill();
    if (death === undefined) {
      await server.start();
      await during(death, index);
      await pause(random() * 250);
      continue;
    }
    for (let tries = 0; tries < triesPerPoint; tries += 1) {
      if (
        await dieAt(stage, death, tries === 0 ? 1 + Math.floor(random() * 2) : 1, () => during(death, index))
      )
        break;
    }
  }
  await server.kill();
  await server.start();
}

/** One life that ends itself at the n-th hit of a point; true: it did. */
async function dieAt(
  { server, record }: Stage,
  point: CrashPoint,
  hit: number,
  during: () => Promise<void>,
): Promise<boolean> {
  await server.start({ crashAt: { point, hit } });
  await during();
  const hasDied = await server.diesByItself(longestLifeMs);
  if (hasDied) record.crashes.set(point, (record.crashes.get(point) ?? 0) + 1);
  return hasDied;
}

function shuffle<Item>(items: Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}
