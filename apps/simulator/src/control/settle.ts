import { z } from 'zod';
import type { Runtime } from '../runtime.ts';

export const settleSchema = z.strictObject({ timeoutMs: z.number().min(0).max(600_000).default(30_000) });

const pollMs = 5;

/** Waits until nothing is on its way: every status told, every webhook answered with 200. */
export async function settle({ delivery, progress }: Runtime, { timeoutMs }: { readonly timeoutMs: number }) {
  const deadline = performance.now() + timeoutMs;
  const inFlight = () => delivery.pendingCount() + progress.pendingCount();
  while (inFlight() > 0 && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, pollMs));
  }
  return { settled: inFlight() === 0, inFlight: inFlight() };
}
