import { Agent, type Dispatcher } from 'undici';

/**
 * To each host. A number of the highest rate has as many calls under way as it begins in a second (dispatcher/lane.ts,
 * `concurrencyOf`): 200 when answers take 200 ms, 1,000 when they take a second. Not without end, for all numbers of a
 * process share them: when a host answers nobody, webhooks still find a descriptor. What waits for a connection longer
 * than it may has written nothing, so it is safe to try again.
 */
const connectionsToHost = 1_024;

/**
 * One request at a time per connection and HTTP/1.1, so that "no byte of this request was written" can be told for sure.
 * No retry and no redirect interceptor: nothing is ever sent twice by this client.
 */
export function createDispatcher(): Dispatcher {
  return new Agent({
    allowH2: false,
    pipelining: 1,
    connections: connectionsToHost,
    connect: { timeout: 5_000 },
    headersTimeout: 30_000,
    bodyTimeout: 30_000,
  });
}
