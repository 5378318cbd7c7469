import { parseJson } from '@renkei/graph-api';
import { ProviderCallError, type ProviderSendOutcome } from '../../../port.ts';
import type { Exchange } from './exchange.ts';

/** Two thirds of a lease: whoever waits still owns the message when it gives up. */
export const sendTimeoutMs = 20_000;
export const callTimeoutMs = 15_000;

/** What a send without an answer says: nothing was sent only if no byte was written. `called`: by whom. Pure. */
export function readFailedSend(
  { error, bytesWritten }: Extract<Exchange, { ended: 'failed' }>,
  called: string,
): ProviderSendOutcome {
  const details = describeFailure(error);
  if (bytesWritten) return { outcome: 'unsure', details };
  const reason = tlsPattern.test(codeOf(error)) ? 'tls' : 'unreachable';
  return { outcome: 'not_sent', reason, details, called };
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

/** What a call other than a send throws when it got no answer. */
export async function reach<Result>(called: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const cause = error instanceof Error ? error : new Error(String(error));
    throw new ProviderCallError(describeFailure(cause), null, cause, called);
  }
}

/** OpenSSL and Node name every certificate and handshake problem with one of these. */
const tlsPattern = /^(ERR_TLS|ERR_SSL|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO)/;

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
