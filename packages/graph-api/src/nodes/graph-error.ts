import { z } from 'zod';
import { isJsonRecord } from '../json.ts';
import { decoration, wireId, wireNumber } from '../wire.ts';

/** `error_data` is an object in most answers and a bare string in some. */
const errorData = z.union([z.string(), z.looseObject({ details: decoration(z.string()) })]);

/** An error inside a webhook: no envelope around it. (Meta, "Webhooks: errors") */
export const graphErrorObject = z.looseObject({
  code: wireNumber,
  title: decoration(z.string()),
  message: decoration(z.string()),
  error_data: decoration(errorData),
  href: decoration(z.string()),
});
export type GraphErrorObject = z.infer<typeof graphErrorObject>;

/**
 * The body of every refused Graph call. `code` is the only part to act on: texts change and the HTTP status of one
 * code differs between Meta's own pages. (Meta, "Cloud API error codes")
 */
export const graphErrorEnvelope = z.looseObject({
  error: z.looseObject({
    message: z.string(),
    type: decoration(z.string()),
    code: wireNumber,
    error_subcode: decoration(wireNumber),
    error_data: decoration(errorData),
    is_transient: decoration(z.boolean()),
    error_user_title: decoration(z.string()),
    error_user_msg: decoration(z.string()),
    href: decoration(z.string()),
    fbtrace_id: decoration(wireId),
  }),
});
export type GraphErrorEnvelope = z.infer<typeof graphErrorEnvelope>;

/** A refused call, read once so that nobody looks into the envelope again. */
export interface GraphError {
  readonly code: number;
  readonly subcode: number | undefined;
  readonly type: string | undefined;
  readonly message: string;
  /** Meta's own explanation of this very refusal, the most useful text there is. */
  readonly details: string | undefined;
  readonly traceId: string | undefined;
}

/** The error in the body of a refused call, or undefined when the body is not Meta's envelope (a proxy's page). */
export function readGraphError(body: unknown): GraphError | undefined {
  const parsed = graphErrorEnvelope.safeParse(body);
  if (!parsed.success) return undefined;
  const { error } = parsed.data;
  return {
    code: error.code,
    subcode: error.error_subcode,
    type: error.type,
    message: error.message,
    details: readErrorDetails(error) ?? error.error_user_msg,
    traceId: error.fbtrace_id,
  };
}

/** The details of an error object or envelope, whichever form `error_data` has. */
export function readErrorDetails(error: { readonly error_data?: unknown }): string | undefined {
  const data = error.error_data;
  if (typeof data === 'string') return data;
  return isJsonRecord(data) && typeof data.details === 'string' ? data.details : undefined;
}
