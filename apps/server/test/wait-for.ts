import { setTimeout as pause } from 'node:timers/promises';

/** Asks again every 20 ms until there is an answer; throws after `withinMs`. */
export async function waitFor<Answer>(
  ask: () => Promise<Answer | undefined>,
  withinMs = 10_000,
): Promise<Answer> {
  const endsAt = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > endsAt) throw new Error(`Nothing within ${withinMs} ms`);
    await pause(20);
  }
}
