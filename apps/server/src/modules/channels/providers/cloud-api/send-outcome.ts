import { parseJson, sendMessageResponse } from '@renkei/graph-api';
import type { NotSentReason, ProviderSendOutcome } from '../../port.ts';
import type { Exchange } from './http-exchange.ts';
import { readRefusal } from './read-refusal.ts';

/**
 * What an exchange says about the send, judged by the body's `code` and never by the HTTP status: throttling usually
 * comes as HTTP 400, and one code has several statuses on Meta's own pages. Pure.
 *
 * Only two things prove that Meta did not accept a message: its own error envelope, or that no byte was written.
 */
export function readSendOutcome(exchange: Exchange): ProviderSendOutcome {
  if (exchange.ended === 'failed') {
    const details = describeFailure(exchange.error);
    return exchange.bytesWritten
      ? { outcome: 'unsure', details }
      : { outcome: 'not_sent', reason: reasonOf(exchange.error), details };
  }
  const body = parseOrUndefined(exchange.body);
  const refusal = readRefusal(body);
  if (refusal) return { outcome: 'rejected', refusal };
  const answer = exchange.status === 200 ? sendMessageResponse.safeParse(body) : undefined;
  const providerMessageId = answer?.data?.messages[0]?.id;
  return providerMessageId === undefined
    ? { outcome: 'unsure', details: `HTTP ${exchange.status} without an answer of Graph` }
    : { outcome: 'accepted', providerMessageId };
}

export function parseOrUndefined(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

export function describeFailure(error: Error): string {
  const code = codeOf(error);
  return code === '' ? error.message : `${code}: ${error.message}`;
}

/** OpenSSL and Node name every certificate and handshake problem with one of these. */
const tlsPattern = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO)/;

function reasonOf(error: Error): NotSentReason {
  return tlsPattern.test(codeOf(error)) ? 'tls' : 'unreachable';
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
