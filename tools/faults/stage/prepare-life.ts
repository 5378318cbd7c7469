/**
 * Loaded into a server under test before its own code: a clock that runs ahead (RENKEI_CLOCK_AHEAD_MS, negative: behind)
 * and goes on whenever the stage says so, with everybody who sleeps by it; and leases that are renewed sooner
 * (RENKEI_LEASE_MS). Nobody waits an hour for what takes one. The product itself has no switch for either.
 */
import { flushCompileCache } from 'node:module';
import { dispatcherDefaults } from '../../../apps/server/src/modules/messages/index.ts';
import { systemClock } from '../../../apps/server/src/platform/clock/index.ts';

const ahead = { clockAheadMs: Number(process.env['RENKEI_CLOCK_AHEAD_MS'] ?? 0) };
const nowMs = () => Date.now() + ahead.clockAheadMs;
/** Each looks at the clock again. */
const sleepers = new Set<() => void>();

Object.assign(systemClock, { now: () => new Date(nowMs()), sleep });

process.on('message', (message) => {
  // Whoever is killed writes down nothing of what it compiled, and each life would begin with that again.
  if (message === 'keep what is compiled') return flushCompileCache();
  Object.assign(ahead, message);
  for (const look of sleepers) look();
});
// To listen is no reason to live.
process.channel?.unref();

const leaseMs = process.env['RENKEI_LEASE_MS'];
if (leaseMs !== undefined) Object.assign(dispatcherDefaults, { leaseMs: Number(leaseMs) });

function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  const endsAtMs = nowMs() + ms;
  const { promise, resolve } = Promise.withResolvers<void>();
  let timer: NodeJS.Timeout | undefined;
  function look(): void {
    clearTimeout(timer);
    const leftMs = signal?.aborted ? 0 : endsAtMs - nowMs();
    if (leftMs > 0) timer = setTimeout(look, leftMs);
    else end();
  }
  function end(): void {
    sleepers.delete(look);
    signal?.removeEventListener('abort', look);
    resolve();
  }
  sleepers.add(look);
  signal?.addEventListener('abort', look);
  look();
  return promise;
}
