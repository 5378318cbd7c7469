import type { Simulation } from '../../../simulation.ts';
import type { Waba } from '../../../world/entities.ts';
import type { OutboundState } from '../../../world/messages/messages.ts';
import { findCountry } from '../../../world/places/find-country.ts';
import { priceOf } from '../../../world/pricing/price-of.ts';
import type { FieldTable } from '../../fields/select-fields.ts';
import { aggregate, type CountedEvent } from './aggregate.ts';
import { type AnalyticsArguments, readArguments } from './arguments.ts';
import { deliveredAt, listSends } from './list-sends.ts';
import { createCalendar } from './periods.ts';

const daily = { HALF_HOUR: 'HALF_HOUR', DAILY: 'DAY', MONTHLY: 'MONTH' } as const;
const plain = { HALF_HOUR: 'HALF_HOUR', DAY: 'DAY', MONTH: 'MONTH' } as const;

/** Analytics fields of a WABA that count messages, computed from what was really sent (Meta: analytics, 2026-11). */
export function messageAnalytics(simulation: Simulation): FieldTable<Waba> {
  const now = () => simulation.clock.now();
  return {
    analytics(node, request) {
      const input = readArguments(request, plain, now());
      const points = aggregate(sentAndDelivered(simulation, node, input), calendar(node, input), []);
      return {
        phone_numbers: numbersOf(simulation, node),
        granularity: input.granularity,
        data_points: points.map((point) => ({ sent: 0, delivered: 0, ...point })),
      };
    },
    pricing_analytics(node, request) {
      const input = readArguments(request, daily, now());
      const events = filtered(delivered(simulation, node, input), {
        phone: input.phone_numbers,
        country: input.country_codes,
        pricing_type: input.pricing_types,
        pricing_category: input.pricing_categories,
      });
      const names = chosen(input, pricingDimensions);
      const points = aggregate(events, calendar(node, input), names);
      return {
        data: [{ data_points: points.map((point) => onlyMetrics(point, input, ['VOLUME', 'COST'])) }],
      };
    },
    conversation_analytics(node, request) {
      const input = readArguments(request, daily, now());
      const events = filtered(conversations(simulation, node, input), {
        phone_number: input.phone_numbers,
        country: input.country_codes,
        conversation_type: input.conversation_types,
        conversation_category: input.conversation_categories,
        conversation_direction: input.conversation_directions,
      });
      const points = aggregate(events, calendar(node, input), chosen(input, conversationDimensions));
      const metrics = ['CONVERSATION', 'COST'];
      return { data: [{ data_points: points.map((point) => onlyMetrics(point, input, metrics)) }] };
    },
  };
}

const pricingDimensions = {
  PHONE: 'phone',
  COUNTRY: 'country',
  TIER: 'tier',
  PRICING_TYPE: 'pricing_type',
  PRICING_CATEGORY: 'pricing_category',
} as const;

const conversationDimensions = {
  PHONE: 'phone_number',
  COUNTRY: 'country',
  CONVERSATION_TYPE: 'conversation_type',
  CONVERSATION_CATEGORY: 'conversation_category',
  CONVERSATION_DIRECTION: 'conversation_direction',
} as const;

function chosen(input: AnalyticsArguments, names: Readonly<Record<string, string>>): string[] {
  return input.dimensions.flatMap((dimension) => names[dimension] ?? []);
}

function calendar(node: Waba, input: AnalyticsArguments) {
  return createCalendar(input.granularity, node.timezoneId);
}

function inMs({ start, end }: AnalyticsArguments) {
  return { start: start * 1000, end: end * 1000 };
}

function isWithin(at: number | undefined, input: AnalyticsArguments): at is number {
  return at !== undefined && at >= input.start * 1000 && at < input.end * 1000;
}

function* sentAndDelivered(
  simulation: Simulation,
  node: Waba,
  input: AnalyticsArguments,
): Iterable<CountedEvent> {
  for (const state of listSends(simulation.world, node.id, inMs(input))) {
    const dimensions = {
      phone: digitsOf(simulation, state),
      country: findCountry(state.message.waId) ?? 'UNKNOWN',
    };
    const isWanted =
      isIn(input.phone_numbers, dimensions.phone) && isIn(input.country_codes, dimensions.country);
    if (!isWanted) continue;
    const { sent } = state.statusTimes;
    const arrived = deliveredAt(state);
    if (isWithin(sent, input)) yield { at: sent, dimensions, metrics: { sent: 1 } };
    if (isWithin(arrived, input)) yield { at: arrived, dimensions, metrics: { delivered: 1 } };
  }
}

/** Only delivered messages cost; the tiers of volume are not simulated, so everybody is in the first. */
function* delivered(simulation: Simulation, node: Waba, input: AnalyticsArguments): Iterable<CountedEvent> {
  for (const state of listSends(simulation.world, node.id, inMs(input))) {
    const at = deliveredAt(state);
    if (!isWithin(at, input)) continue;
    const { pricing, waId } = state.message;
    yield {
      at,
      dimensions: {
        phone: digitsOf(simulation, state),
        country: findCountry(waId) ?? 'UNKNOWN',
        tier: '0:100000',
        pricing_type: (pricing.type ?? 'regular').toUpperCase(),
        pricing_category: pricing.category.toUpperCase(),
      },
      metrics: { volume: 1, cost: costOf(simulation, state) },
    };
  }
}

/** Since prices are per message every message is its own conversation (Meta: webhook version 23). */
function* conversations(
  simulation: Simulation,
  node: Waba,
  input: AnalyticsArguments,
): Iterable<CountedEvent> {
  for (const { at, dimensions, metrics } of delivered(simulation, node, input)) {
    const { phone, country, pricing_type: type, pricing_category: category } = dimensions;
    yield {
      at,
      dimensions: {
        phone_number: phone ?? '',
        country: country ?? '',
        conversation_type: conversationTypes[type ?? ''] ?? 'REGULAR',
        conversation_category: category ?? '',
        conversation_direction: category === 'SERVICE' ? 'USER_INITIATED' : 'BUSINESS_INITIATED',
      },
      metrics: { conversation: metrics.volume ?? 0, cost: metrics.cost ?? 0 },
    };
  }
}

const conversationTypes: Readonly<Record<string, string>> = {
  FREE_CUSTOMER_SERVICE: 'FREE_TIER',
  FREE_ENTRY_POINT: 'FREE_ENTRY_POINT',
};

function costOf({ world }: Simulation, { message }: OutboundState): number {
  return (priceOf(world, message)?.amountMicros ?? 0) / 1_000_000;
}

function digitsOf({ world }: Simulation, { message }: OutboundState): string {
  return world.phoneNumbers.get(message.phoneNumberId)?.digits ?? '';
}

function numbersOf({ world }: Simulation, node: Waba): string[] {
  const own = [...world.phoneNumbers.values()].filter(({ wabaId }) => wabaId === node.id);
  return own.map(({ digits }) => digits);
}

function* filtered(
  events: Iterable<CountedEvent>,
  wanted: Readonly<Record<string, readonly string[]>>,
): Iterable<CountedEvent> {
  for (const event of events) {
    const isWanted = Object.entries(wanted).every(([name, values]) =>
      isIn(values, event.dimensions[name] ?? ''),
    );
    if (isWanted) yield event;
  }
}

/** An empty list asks for everything. */
function isIn(values: readonly string[], value: string): boolean {
  return values.length === 0 || values.some((wanted) => wanted.replace(/^\+/, '') === value);
}

/** Keeps of the metrics those asked for; all when none is named. */
export function onlyMetrics(
  point: { readonly [key: string]: unknown },
  { metric_types: types }: Pick<AnalyticsArguments, 'metric_types'>,
  metrics: readonly string[],
) {
  if (types.length === 0) return point;
  const dropped = metrics.filter((metric) => !types.includes(metric)).map((metric) => metric.toLowerCase());
  return Object.fromEntries(Object.entries(point).filter(([name]) => !dropped.includes(name)));
}
