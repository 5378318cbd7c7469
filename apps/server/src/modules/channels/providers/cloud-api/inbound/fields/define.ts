import type { WebhookChange } from '@renkei/graph-api';
import type { InboundReading } from '../../../../inbound.ts';
import type { MessageReading } from '../read-message.ts';

/** Reads the value of one change of a field. Never throws. */
export type ReadField = (change: WebhookChange) => InboundReading;

export function joinReadings(readings: readonly InboundReading[]): InboundReading {
  return {
    facts: readings.flatMap((reading) => reading.facts),
    problems: readings.flatMap((reading) => reading.problems),
  };
}

export function readingOf(reading: MessageReading): InboundReading {
  return reading.ok ? { facts: [reading.fact], problems: [] } : { facts: [], problems: [reading.problem] };
}
