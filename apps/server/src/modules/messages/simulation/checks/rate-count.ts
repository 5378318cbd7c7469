import type { World } from '../world/world.ts';

const burst = 45;
const intervalMs = 6_000;
/** A turn takes some time between reading the clock and its commit: what was a second apart may come a little closer. */
const windowMs = 850;

/** Counts calls as the provider counts what it gets, without the delays of the network. (I8) */
export class RateCount {
  readonly #world: World;
  readonly #numbers = new Map<string, number[]>();
  readonly #pairs = new Map<string, { tokens: number; atMs: number }>();

  constructor(world: World) {
    this.#world = world;
  }

  count(channelId: string, recipient: string): readonly string[] {
    // Who has a wrong clock counts wrongly; the provider's own throttling corrects that.
    const { mishaps, trouble } = this.#world.plan;
    if (mishaps.clockJumps + mishaps.pauses + trouble.callerFreezes > 0) return [];
    return [...this.#countNumber(channelId), ...this.#countPair(`${channelId} ${recipient}`)];
  }

  #countNumber(channelId: string): readonly string[] {
    const { scheduler, plan } = this.#world;
    const lately = (this.#numbers.get(channelId) ?? []).filter((atMs) => atMs > scheduler.nowMs - windowMs);
    lately.push(scheduler.nowMs);
    this.#numbers.set(channelId, lately);
    if (lately.length <= plan.messagesPerSecond) return [];
    return [
      `I8: ${lately.length} sends of its number in ${windowMs} ms, ${plan.messagesPerSecond} allowed per second`,
    ];
  }

  #countPair(pair: string): readonly string[] {
    const { nowMs } = this.#world.scheduler;
    const known = this.#pairs.get(pair) ?? { tokens: burst, atMs: nowMs };
    const tokens = Math.min(burst, known.tokens + (nowMs - known.atMs) / intervalMs) - 1;
    this.#pairs.set(pair, { tokens, atMs: nowMs });
    return tokens < -0.2 ? ['I8: more sends to one customer than the pair’s rate allows'] : [];
  }
}
