import {
  classifyGraphError,
  type GraphErrorObject,
  readErrorDetails,
  readGraphError,
} from '@renkei/graph-api';
import type { ProviderRefusal } from '../../port.ts';

/** The refusal in an answer's body, or undefined when the body is not Meta's error envelope. */
export function readRefusal(body: unknown): ProviderRefusal | undefined {
  const error = readGraphError(body);
  return error ? createRefusal({ ...error, details: error.details ?? error.message }) : undefined;
}

/** The refusal in an error object of a webhook. */
export function readToldRefusal(error: GraphErrorObject): ProviderRefusal {
  const { code, title, message } = error;
  return createRefusal({ code, title, details: readErrorDetails(error) ?? message ?? title ?? '' });
}

interface GraphRefusal {
  readonly code: number;
  readonly subcode?: number | undefined;
  /** Meta's own; only asked for when our table does not have the code. */
  readonly title?: string | undefined;
  readonly details: string;
}

function createRefusal({ code, subcode, title: told, details }: GraphRefusal): ProviderRefusal {
  const { title, cause, remedy, action, wait, scope, slows, area, source } = classifyGraphError(
    code,
    subcode,
  );
  return {
    code,
    subcode: subcode ?? null,
    details,
    title: area === 'unknown' && told !== undefined ? { en: told, ja: told } : title,
    cause,
    remedy,
    action,
    ...(wait ? { wait } : {}),
    ...(scope ? { scope } : {}),
    ...(slows ? { slows } : {}),
    area,
    source,
  };
}
