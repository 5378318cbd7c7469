import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '#platform/log';

/** One thing that must hold for this process to be of use. Returns why it does not, or nothing. */
export interface ReadinessProbe {
  readonly name: string;
  check(): Promise<string | undefined>;
}

export interface ReadinessReport {
  readonly ready: boolean;
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly reason?: string }[];
  /** What is worth knowing and makes nothing unready. */
  readonly notes?: readonly string[];
}

export interface Readiness {
  report(): Promise<ReadinessReport>;
  /** From now on not ready: the process is about to stop. */
  turnRed(): void;
}

/** A probe that has not answered by then has failed: health answers quickly whatever else is slow. */
const probeWithinMs = 900;
/** Everybody may ask; the answer is worked out at most this often. */
const freshForMs = 1_000;

export function createReadiness(
  probes: readonly ReadinessProbe[],
  log: Logger,
  note: () => Promise<string | undefined> = async () => undefined,
): Readiness {
  let stopping = false;
  let latest: { readonly report: Promise<ReadinessReport>; readonly sinceMs: number } | undefined;

  async function ask(): Promise<ReadinessReport> {
    const [checks, said] = await Promise.all([
      Promise.all(probes.map((probe) => run(probe, log))),
      note().catch(() => undefined),
    ]);
    const ready = checks.every((check) => check.ok);
    return said === undefined ? { ready, checks } : { ready, checks, notes: [said] };
  }

  return {
    async report() {
      if (stopping) return { ready: false, checks: [{ name: 'process', ok: false, reason: 'is stopping' }] };
      const nowMs = performance.now();
      if (latest === undefined || nowMs - latest.sinceMs > freshForMs)
        latest = { report: ask(), sinceMs: nowMs };
      return latest.report;
    },
    turnRed() {
      stopping = true;
    },
  };
}

async function run({ name, check }: ReadinessProbe, log: Logger): Promise<ReadinessReport['checks'][number]> {
  const tooLate = new AbortController();
  try {
    const late = delay(probeWithinMs, `no answer within ${probeWithinMs} ms`, { signal: tooLate.signal });
    const reason = await Promise.race([check(), late]);
    return reason === undefined ? { name, ok: true } : { name, ok: false, reason };
  } catch (error) {
    log.warn({ err: error, probe: name }, 'a readiness probe failed');
    return { name, ok: false, reason: error instanceof Error ? error.message : String(error) };
  } finally {
    tooLate.abort();
  }
}
