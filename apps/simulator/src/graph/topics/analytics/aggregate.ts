import type { JsonObject } from '../../../world/entities.ts';
import type { Period } from './periods.ts';

/** One thing that is counted: when (world ms), what it belongs to, and how much of each metric it is. */
export interface CountedEvent {
  readonly at: number;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly metrics: Readonly<Record<string, number>>;
}

/** Data points by period and by the dimensions asked for, in order of time; metrics summed up. */
export function aggregate(
  events: Iterable<CountedEvent>,
  periodOf: (at: number) => Period,
  dimensions: readonly string[],
): JsonObject[] {
  const points = new Map<
    string,
    { readonly head: Period & JsonObject; readonly sums: Map<string, number> }
  >();
  for (const event of events) {
    const period = periodOf(event.at);
    const own = Object.fromEntries(dimensions.map((name) => [name, event.dimensions[name] ?? 'UNKNOWN']));
    const key = JSON.stringify([period.start, own]);
    const point = points.get(key) ?? { head: { ...period, ...own }, sums: new Map<string, number>() };
    points.set(key, point);
    for (const [name, amount] of Object.entries(event.metrics)) {
      point.sums.set(name, (point.sums.get(name) ?? 0) + amount);
    }
  }
  return [...points.values()]
    .sort((left, right) => left.head.start - right.head.start)
    .map(({ head, sums }) => ({ ...head, ...Object.fromEntries([...sums].map(rounded)) }));
}

/** Money is added up in fractions that floating point does not have. */
function rounded([name, amount]: readonly [string, number]): [string, number] {
  return [name, Math.round(amount * 1_000_000) / 1_000_000];
}
