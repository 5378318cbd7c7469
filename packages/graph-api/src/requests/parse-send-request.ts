import { isJsonRecord } from '../json.ts';
import { type MarkReadRequest, markReadRequest } from './mark-read.ts';
import { parseStrict, type SendProblem } from './problem.ts';
import { type SendMessageRequest, sendMessageRequest } from './send-message.ts';

export type SendRequestReading =
  | { readonly ok: true; readonly kind: 'message'; readonly request: SendMessageRequest }
  | { readonly ok: true; readonly kind: 'mark_read'; readonly request: MarkReadRequest }
  | { readonly ok: false; readonly problem: SendProblem };

/**
 * Reads the body of `POST /{phone-number-id}/messages` as Meta would: the request, or the problem it would be refused
 * with at once. What needs the world to be known (windows, templates, recipients) is not judged here.
 */
export function parseSendRequest(body: unknown): SendRequestReading {
  if (isJsonRecord(body) && 'status' in body) {
    const reading = parseStrict(markReadRequest, body);
    return reading.ok ? { ok: true, kind: 'mark_read', request: reading.value } : reading;
  }
  const reading = parseStrict(sendMessageRequest, withDefaultType(body));
  return reading.ok ? { ok: true, kind: 'message', request: reading.value } : reading;
}

/** A body without a type is a text. (Long-standing behaviour, in no current page of Meta's.) */
function withDefaultType(body: unknown): unknown {
  return isJsonRecord(body) && body.type === undefined ? { ...body, type: 'text' } : body;
}
