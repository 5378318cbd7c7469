import { Agent, type Dispatcher } from 'undici';

/**
 * One request at a time per connection and HTTP/1.1, so that "no byte of this request was written" can be told for sure.
 * No retry and no redirect interceptor: nothing is ever sent twice by this client.
 */
export function createDispatcher(): Dispatcher {
  return new Agent({
    allowH2: false,
    pipelining: 1,
    connections: 128,
    connect: { timeout: 5_000 },
    headersTimeout: 30_000,
    bodyTimeout: 30_000,
  });
}
