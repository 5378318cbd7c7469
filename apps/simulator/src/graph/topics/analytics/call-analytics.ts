import type { Simulation } from '../../../simulation.ts';
import type { Call } from '../../../world/calls/call.ts';
import type { JsonObject, Waba } from '../../../world/entities.ts';
import { findCountry } from '../../../world/places/find-country.ts';
import type { FieldTable } from '../../fields/select-fields.ts';
import { aggregate, type CountedEvent } from './aggregate.ts';
import { readArguments } from './arguments.ts';
import { onlyMetrics } from './message-analytics.ts';
import { createCalendar } from './periods.ts';

const granularities = { HALF_HOUR: 'HALF_HOUR', DAILY: 'DAY', MONTHLY: 'MONTH' } as const;
const dimensionNames: Readonly<Record<string, string>> = {
  DIRECTION: 'direction',
  PHONE: 'phone',
  COUNTRY: 'country',
};

/** `call_analytics` of a WABA. The prices of calls are not published: the cost is always 0. */
export function callAnalytics({ world, clock }: Simulation): FieldTable<Waba> {
  return {
    call_analytics(node, request) {
      const input = readArguments(request, granularities, clock.now());
      const calls = [...world.calls.values()].filter(({ at, direction, phoneNumberId }) => {
        const isOwn = world.phoneNumbers.get(phoneNumberId)?.wabaId === node.id;
        const isWanted = input.directions.length === 0 || input.directions.includes(direction);
        return isOwn && isWanted && at >= input.start * 1000 && at < input.end * 1000;
      });
      const events = calls.map((call) => describe(call, world.phoneNumbers.get(call.phoneNumberId)?.digits));
      const names = input.dimensions.flatMap((dimension) => dimensionNames[dimension] ?? []);
      const points = aggregate(events, createCalendar(input.granularity, node.timezoneId), names);
      const shown = points.map(withAverage);
      const metrics = ['COUNT', 'COST', 'AVERAGE_DURATION'];
      return { data: [{ data_points: shown.map((point) => onlyMetrics(point, input, metrics)) }] };
    },
  };
}

function describe({ at, direction, waId, acceptedAt, endedAt }: Call, phone = ''): CountedEvent {
  const seconds =
    acceptedAt === undefined || endedAt === undefined ? 0 : Math.round((endedAt - acceptedAt) / 1000);
  return {
    at,
    dimensions: { direction, phone, country: findCountry(waId) ?? 'UNKNOWN' },
    metrics: { count: 1, cost: 0, seconds },
  };
}

function withAverage({ seconds, ...point }: JsonObject): JsonObject {
  return { ...point, average_duration: Math.round(Number(seconds) / Number(point.count)) };
}
