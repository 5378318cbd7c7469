import { setTimeout as pause } from 'node:timers/promises';

/** Asks every `everyMs` until it holds; throws after `withinMs`. */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  withinMs = 60_000,
  everyMs = 40,
): Promise<void> {
  const endsAt = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > endsAt) throw new Error(`${what}: not within ${withinMs} ms`);
    await pause(everyMs);
  }
}
