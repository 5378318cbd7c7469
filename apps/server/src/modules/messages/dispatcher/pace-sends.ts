import type { Clock } from '#platform/clock';
import type { DispatchedSend } from './dispatch.ts';
import { available, begunRule, fullRate, type RateState, readyAtMs, take } from './rules/rates.ts';

/** Sends that are committed and whose turn of the number's rate has not come. */
export interface Pacer {
  size(): number;
  /** How long the last of them waits still. */
  waitMs(): number;
  /** They begin in the order of their turns, those of earlier calls included. */
  add(sends: readonly DispatchedSend[], messagesPerSecond: number): void;
  /** Takes back what has not begun. */
  recall(): readonly DispatchedSend[];
}

interface Turn {
  readonly send: DispatchedSend;
  readonly atMs: number;
}

/** Who missed a turn by this much was asleep since its commit: what the gate has said of it is old. */
const longestDelayMs = 5_000;

/**
 * Begins each send when its turn comes, and never so many at once after a delay of our own that the provider would count
 * too much within a second. `withhold` gets those whose turn was missed by too much.
 */
export function createPacer(
  clock: Pick<Clock, 'now' | 'monotonicMs' | 'sleep'>,
  begin: (send: DispatchedSend) => void,
  withhold: (send: DispatchedSend) => void,
): Pacer {
  let turns: Turn[] = [];
  let running = false;
  let recalled = new AbortController();
  let rule = begunRule(1);
  // The number's former owner may have sent at this very moment: the first turn is one interval later.
  let begun: RateState = { ...fullRate(rule, clock.monotonicMs()), tokens: 0 };

  async function run(): Promise<void> {
    running = true;
    for (let turn = turns[0]; turn; turn = turns[0]) {
      const nowMs = clock.monotonicMs();
      const beginsAtMs = available(begun, rule, nowMs) < 1 ? readyAtMs(begun, rule, nowMs) : nowMs;
      const waitMs = Math.max(turn.atMs, beginsAtMs) - nowMs;
      if (waitMs >= 1) {
        await clock.sleep(waitMs, recalled.signal);
        continue;
      }
      turns.shift();
      begun = take(begun, rule, nowMs, 1);
      if (nowMs - turn.atMs > longestDelayMs) withhold(turn.send);
      else begin(turn.send);
    }
    running = false;
  }

  return {
    size: () => turns.length,
    waitMs() {
      const last = turns.at(-1);
      if (!last) return 0;
      const byRateMs = (turns.length * 1_000) / rule.refillPerSecond;
      return Math.max(last.atMs - clock.monotonicMs(), byRateMs);
    },
    add(sends, messagesPerSecond) {
      rule = begunRule(messagesPerSecond);
      const nowMs = clock.monotonicMs();
      const offsetMs = nowMs - clock.now().getTime();
      const added = sends.map((send) => ({ send, atMs: Math.max(nowMs, send.startsAtMs + offsetMs) }));
      turns = [...turns, ...added].toSorted((one, other) => one.atMs - other.atMs);
      if (!running) void run();
    },
    recall() {
      const left = turns.map(({ send }) => send);
      turns = [];
      recalled.abort();
      recalled = new AbortController();
      return left;
    },
  };
}
