import type { Random } from './engine/random.ts';

/**
 * What a seed has decided about its world before anything moves. Every kind of trouble is there or not there as a whole, so
 * that some seeds have all of it and some have one kind alone: what two of them hide together, one shows.
 */
export interface Plan {
  /** A lot is written to one customer at once, and the process that sends it dies. */
  readonly isStorm: boolean;
  readonly workers: number;
  readonly channels: number;
  /** Conversations of each channel. */
  readonly conversations: number;
  /** Messages that people write, all in all. */
  readonly sends: number;
  /** How long people write and things go wrong. */
  readonly troubledMs: number;
  readonly messagesPerSecond: number;
  readonly concurrency: number;
  readonly leaseMs: number;
  /** Probabilities, of each occasion of its kind; 0 where the seed has none of it. */
  readonly trouble: {
    readonly connectionBreaks: number;
    readonly wakeIsLost: number;
    readonly providerRefuses: number;
    readonly providerThrottles: number;
    readonly providerUnreachable: number;
    readonly requestIsLost: number;
    readonly answerIsLost: number;
    readonly answerIsSlow: number;
    readonly statusRepeats: number;
    readonly statusIsLate: number;
    readonly fileIsNotTaken: number;
    /** The process that has just called stands still until its number is somebody else's: the answer comes too late. */
    readonly callerFreezes: number;
  };
  /** How often in the troubled time. */
  readonly mishaps: {
    readonly crashes: number;
    readonly restarts: number;
    readonly pauses: number;
    readonly clockJumps: number;
    readonly tokenDeaths: number;
    readonly intakeStops: number;
    /** Customers who ask for everything to stop. */
    readonly stops: number;
  };
}

export function choosePlan(random: Random): Plan {
  const maybe = (most: number) => (random.chance(0.4) ? random.between(most / 5, most) : 0);
  const often = (most: number) => (random.chance(0.4) ? 1 + random.below(most) : 0);
  // Most seeds write to many customers for a short time; some write a lot to one of them, for the pair's rate.
  const isStorm = random.chance(0.04);
  const plan = {
    isStorm,
    workers: 1 + random.below(3),
    channels: random.chance(0.2) ? 2 : 1,
    conversations: isStorm ? 1 : 1 + random.below(4),
    sends: isStorm ? 70 : 3 + random.below(18),
    troubledMs: isStorm ? 16_000 : random.between(4_000, 16_000),
    messagesPerSecond: isStorm ? 80 : random.pick([1, 5, 20, 80]),
    concurrency: random.pick([1, 3, 64]),
    leaseMs: random.pick([3_000, 6_000, 15_000]),
    trouble: {
      connectionBreaks: maybe(0.01),
      wakeIsLost: maybe(0.8),
      providerRefuses: maybe(0.35),
      providerThrottles: isStorm ? 0 : maybe(0.3),
      providerUnreachable: maybe(0.2),
      requestIsLost: maybe(0.15),
      answerIsLost: maybe(0.2),
      answerIsSlow: maybe(0.2),
      statusRepeats: maybe(0.5),
      statusIsLate: maybe(0.3),
      fileIsNotTaken: maybe(0.3),
    },
    mishaps: {
      crashes: isStorm ? 2 : often(3),
      restarts: often(2),
      pauses: isStorm ? 0 : often(3),
      clockJumps: !isStorm && random.chance(0.15) ? 1 + random.below(2) : 0,
      tokenDeaths: !isStorm && random.chance(0.25) ? 1 : 0,
      intakeStops: random.chance(0.25) ? 1 : 0,
      stops: random.chance(0.2) ? 1 + random.below(2) : 0,
    },
  };
  const callerFreezes = !isStorm && random.chance(0.15) ? random.between(0.05, 0.3) : 0;
  return { ...plan, trouble: { ...plan.trouble, callerFreezes } };
}

/** Whether anything at all of this world can leave a send without a definite answer. */
export function isTroubled({ trouble, mishaps }: Plan): boolean {
  return (
    trouble.requestIsLost + trouble.answerIsLost > 0 ||
    trouble.answerIsSlow + trouble.callerFreezes > 0 ||
    mishaps.crashes + mishaps.restarts + mishaps.pauses > 0
  );
}
