import * as http from 'node:http';
import * as https from 'node:https';
import { text } from 'node:stream/consumers';

export interface PostedText {
  readonly status: number;
  readonly text: string;
}

/**
 * Posts JSON and reads the answer as text. Not by `fetch`, which repeats a request that was answered with 421 by
 * itself, and 421 has a meaning here. Rejects with an `AbortError` or `TimeoutError` when the time is up.
 */
export function postText(
  url: string,
  body: string,
  options: { readonly headers: Readonly<Record<string, string>>; readonly timeoutMs: number },
): Promise<PostedText> {
  const target = new URL(url);
  const { request } = target.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const sent = request(target, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...options.headers },
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    sent.on('response', (response) => {
      text(response).then((answer) => resolve({ status: response.statusCode ?? 0, text: answer }), reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
