import type { TemplateReading } from '@renkei/graph-api';
import type { JsonObject } from '../../world/entities.ts';
import type { GraphCall } from '../graph-call.ts';
import { GraphError } from '../graph-error.ts';

/** What belongs to the call and not to the template. */
const callParameters = new Set(['access_token', 'appsecret_proof', 'fields', 'method']);
const numbers = new Set(['message_send_ttl_seconds']);
const booleans = new Set(['cta_url_link_tracking_opted_out', 'allow_category_change']);

/** The parameters of a template call; numbers and booleans may come as text, as forms have them. */
export function templateInput(call: GraphCall): JsonObject {
  const entries = Object.entries(call.parameters).filter(([name]) => !callParameters.has(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, readValue(name, value)]));
}

function readValue(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (numbers.has(name) && value !== '') return Number(value);
  return booleans.has(name) ? value === 'true' : value;
}

/** The template that was read, or the refusal of it: code 100, with the subcode that tells the fault. */
export function requireTemplate<Value>(reading: TemplateReading<Value>): Value {
  if (reading.ok) return reading.value;
  const { subcode, details } = reading.problem;
  throw new GraphError(100, {
    message: 'Invalid parameter',
    ...(subcode === undefined ? {} : { subcode }),
    details,
    userTitle: 'Message template not valid',
    userMessage: details,
    isTransient: false,
  });
}

/** A refusal of what the account or the template's life does not allow. */
export function templateRefused(subcode: number | undefined, title: string, reason: string): GraphError {
  return new GraphError(100, {
    message: 'Invalid parameter',
    ...(subcode === undefined ? {} : { subcode }),
    details: reason,
    userTitle: title,
    userMessage: reason,
    isTransient: false,
  });
}
