import { setTimeout as pause } from 'node:timers/promises';

/** Asks every 40 ms until it holds; throws after `withinMs`. */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  withinMs = 60_000,
): Promise<void> {
  const endsAt = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > endsAt) throw new Error(`${what}: not within ${withinMs} ms`);
    await pause(40);
  }
}
