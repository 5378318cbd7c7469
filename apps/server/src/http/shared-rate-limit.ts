import type { FastifyRateLimitStore } from '@fastify/rate-limit';
import type { CountRequest } from '#platform/request-counts';

type Told = Parameters<FastifyRateLimitStore['incr']>[1];

/** A store of @fastify/rate-limit that makes each limit one of all API nodes together. Keys name their route. */
export function createRateLimitStore(countRequest: CountRequest): new () => FastifyRateLimitStore {
  return class SharedRateLimitStore implements FastifyRateLimitStore {
    incr(key: string, told: Told): void {
      countRequest(key).then(
        ({ requests, untilNextMs }) => told(null, { current: requests, ttl: untilNextMs }),
        (error: unknown) => told(error instanceof Error ? error : new Error(String(error))),
      );
    }

    child(): FastifyRateLimitStore {
      return this;
    }
  };
}
