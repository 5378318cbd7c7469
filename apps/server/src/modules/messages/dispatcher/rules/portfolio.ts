import { campaignPriority } from '../../outbound/priorities.ts';

/** The messaging limit of a business portfolio. Pure. (Meta, "Messaging limits", 2026-05-21) */

export const portfolioPeriodMs = 24 * 60 * 60 * 1_000;

/** How many different people a portfolio may begin with in a moving 24 hours, by tier; 50 and 1K are of old. */
const peopleByTier: ReadonlyMap<string, number> = new Map([
  ['TIER_50', 50],
  ['TIER_250', 250],
  ['TIER_1K', 1_000],
  ['TIER_2K', 2_000],
  ['TIER_10K', 10_000],
  ['TIER_100K', 100_000],
]);

/** Webhooks tell a number as well as a tier. Null: no limit, or none that anybody told. */
export function readMessagingLimit(told: string | null): number | null {
  if (told === null) return null;
  const people = peopleByTier.get(told) ?? Number(told);
  return Number.isSafeInteger(people) && people > 0 ? people : null;
}

/**
 * With how many people a class may begin. A campaign leaves a fiftieth of the limit to the others: behind its promises a
 * reply or a notice would wait for a day (decision 25).
 */
export function mostStartsOf(limit: number, priority: number): number {
  return priority >= campaignPriority ? limit - Math.floor(limit / 50) : limit;
}

/** What a portfolio still may, as one turn of a channel finds it. */
export interface PortfolioState {
  readonly limit: number;
  /** People begun with in the last 24 hours, those of this turn included. */
  readonly started: number;
  readonly known: ReadonlySet<string>;
  /** Starts whose end is promised to nobody yet, the oldest first. */
  readonly nextOver: readonly Date[];
  readonly promisedUntil: Date | null;
}

export type Allotment =
  | { readonly starts: boolean; readonly portfolio: PortfolioState }
  | { readonly waitUntil: Date; readonly portfolio: PortfolioState };

/**
 * Whether the portfolio may begin with this recipient now. Several messages to one person count once. Who has to wait is
 * promised the end of a start of its own, so that those who wait come back one by one and not all at once.
 */
export function allot(
  portfolio: PortfolioState,
  { recipient, priority }: { readonly recipient: string; readonly priority: number },
  now: Date,
): Allotment {
  const { limit, started, known, nextOver } = portfolio;
  if (known.has(recipient)) return { starts: false, portfolio };
  if (started < mostStartsOf(limit, priority)) {
    const after = { ...portfolio, started: started + 1, known: new Set([...known, recipient]) };
    return { starts: true, portfolio: after };
  }
  const [start, ...others] = nextOver;
  if (!start) return { waitUntil: new Date(now.getTime() + portfolioPeriodMs), portfolio };
  // A moment later, so that the start is over by then whatever the clock is rounded to.
  const waitUntil = new Date(start.getTime() + portfolioPeriodMs + 1);
  return { waitUntil, portfolio: { ...portfolio, nextOver: others, promisedUntil: start } };
}
