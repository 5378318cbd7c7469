import { sendMessageResponse } from '@renkei/graph-api';
import type { ProviderSendOutcome } from '../../port.ts';
import type { ReadRefusal } from '../shared/http/answer.ts';
import type { Exchange } from '../shared/http/exchange.ts';
import { parseOrUndefined, readFailedSend } from '../shared/http/failure.ts';
import { readRefusal } from './read-refusal.ts';
import { readUsage } from './read-usage.ts';

/**
 * What an exchange says about the send, judged by the body's `code` and never by the HTTP status: throttling usually
 * comes as HTTP 400, and one code has several statuses on Meta's own pages. Pure.
 *
 * Only two things prove that a message was not accepted: an error envelope of who answers, or that no byte was written.
 */
export function readSendOutcome(
  exchange: Exchange,
  readAnyRefusal: ReadRefusal = readRefusal,
  called = 'Meta',
): ProviderSendOutcome {
  if (exchange.ended === 'failed') return readFailedSend(exchange, called);
  const body = parseOrUndefined(exchange.body);
  const refusal = readAnyRefusal(body, exchange.status);
  const usage = readUsage(exchange.headers);
  const told = usage ? { usage } : {};
  if (refusal) return { outcome: 'rejected', refusal, ...told };
  const answer = exchange.status === 200 ? sendMessageResponse.safeParse(body) : undefined;
  const providerMessageId = answer?.data?.messages[0]?.id;
  return providerMessageId === undefined
    ? { outcome: 'unsure', details: `HTTP ${exchange.status} without an answer of Graph` }
    : { outcome: 'accepted', providerMessageId, ...told };
}
