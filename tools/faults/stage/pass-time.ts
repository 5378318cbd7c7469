import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from './open-stage.ts';
import { until } from './until.ts';

/** So much time goes by at once for everybody: at the provider first, since it is the provider who counts. */
export async function passTime({ control, server }: Stage, ms: number): Promise<void> {
  await control.moveClock({ advanceMs: ms });
  server.passTime(ms);
}

/**
 * So much passes when something only waits: for a rate, after a refusal (an hour at most), behind what is in doubt. Twice as
 * much next time.
 */
const stepMs = { first: 2_000, longest: 512_000 } as const;
/** What has not moved for so long only waits. */
const usualStillMs = 400;

/**
 * Until none of these rows is left; while none of them goes, or so few that it would take too long, time does. Throws after
 * `withinMs` of ours.
 */
export function untilGone(stage: Stage, what: string, rows: string, withinMs: number): Promise<void> {
  const endsAt = performance.now() + withinMs;
  let nextStepMs: number = stepMs.first;
  return untilEmpty(stage, { what, rows, withinMs }, async (gone, left) => {
    const isSoonOver = gone > 0 && (left / gone) * usualStillMs < (endsAt - performance.now()) / 2;
    if (!isSoonOver) await passTime(stage, nextStepMs);
    nextStepMs = isSoonOver ? stepMs.first : Math.min(2 * nextStepMs, stepMs.longest);
  });
}

/** The same for rows that know when they are due: time goes on until half of what is left is. */
export function untilGoneWhenDue(
  stage: Stage,
  what: string,
  { rows, dueAt, withinMs }: { readonly rows: string; readonly dueAt: string; readonly withinMs: number },
): Promise<void> {
  return untilEmpty(stage, { what, rows, withinMs, stillMs: stillUnderWayMs }, async (gone) => {
    if (gone > 0) return;
    const [next] = await stage.database.query<{ at: Date | null }>(
      `select percentile_disc(0.5) within group (order by ${dueAt}) as at from ${rows}`,
    );
    const waitMs = (next?.at?.getTime() ?? 0) - stage.server.nowMs();
    if (waitMs > 0) await passTime(stage, waitMs + togetherMs);
  });
}

/** Those that are due so soon after come with them. */
const togetherMs = 10_000;
/** What is claimed is due again when its claim runs out: it must really be nobody's any more. */
const stillUnderWayMs = 1_500;

interface Emptying {
  readonly what: string;
  readonly rows: string;
  readonly withinMs: number;
  readonly stillMs?: number;
}

function untilEmpty(
  stage: Stage,
  { what, rows, withinMs, stillMs = usualStillMs }: Emptying,
  look: (gone: number, left: number) => Promise<void>,
): Promise<void> {
  const isEmpty = async () => {
    const left = await countRows(stage, rows);
    if (left === 0) return true;
    await pause(stillMs);
    const leftNow = await countRows(stage, rows);
    await look(left - leftNow, leftNow);
    return false;
  };
  return until(what, isEmpty, withinMs);
}

/** `rows`: what stands after `from`. */
export async function countRows({ database }: Stage, rows: string): Promise<number> {
  const [row] = await database.query<{ count: string }>(`select count(*) from ${rows}`);
  return Number(row?.count);
}
