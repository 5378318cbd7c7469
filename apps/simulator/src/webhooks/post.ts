import * as http from 'node:http';
import * as https from 'node:https';
import type { WebhookAttempt } from '../world/updates.ts';

const agents = {
  'http:': new http.Agent({ keepAlive: true }),
  'https:': new https.Agent({ keepAlive: true }),
};

export type PostResult = Pick<WebhookAttempt, 'outcome' | 'httpStatus' | 'detail' | 'durationMs'>;

export interface PostRequest {
  readonly url: string;
  readonly body: Buffer;
  /** What shows who posts it, and what it is. */
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
}

/** Posts a body as Meta does. Never throws: the result says what became of it. */
export function postWebhook({ url, body, headers, timeoutMs }: PostRequest): Promise<PostResult> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const finish = (result: Omit<PostResult, 'durationMs'>) =>
      resolve({ ...result, durationMs: Math.round(performance.now() - startedAt) });
    const target = new URL(url);
    const isSecure = target.protocol === 'https:';
    const request = (isSecure ? https : http).request(target, {
      method: 'POST',
      agent: isSecure ? agents['https:'] : agents['http:'],
      headers: {
        ...headers,
        'content-length': body.length,
        accept: '*/*',
      },
    });
    const deadline = setTimeout(() => request.destroy(new Error(timeoutMessage)), timeoutMs);
    request.on('response', (response) => {
      response.resume();
      response.on('end', () => {
        clearTimeout(deadline);
        finish({ outcome: 'answered', httpStatus: response.statusCode ?? 0 });
      });
      response.on('error', (error) => request.destroy(error));
    });
    request.on('error', (error) => {
      clearTimeout(deadline);
      const isTimeout = error.message === timeoutMessage;
      finish({ outcome: isTimeout ? 'timeout' : 'unreachable', detail: error.message });
    });
    request.end(body);
  });
}

const timeoutMessage = 'No answer in time';
