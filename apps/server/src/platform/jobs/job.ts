import type * as z from 'zod';

/**
 * A kind of background work. The payload carries ids, the row is the truth: a handler that runs twice, or after the
 * row has changed, must do the right thing.
 */
export interface JobDefinition<Payload extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly payload: Payload;
  /** Tries after the first one; the delays between them double, beginning with `retryDelaySeconds`. */
  readonly retryLimit: number;
  readonly retryDelaySeconds: number;
  readonly retryDelayMaxSeconds: number;
  /** A job that runs longer than this is given to somebody else. */
  readonly expireInSeconds: number;
  /** Handled at the same time in one process. */
  readonly concurrency: number;
}

export function defineJob<Payload extends z.ZodType>(
  definition: JobDefinition<Payload>,
): JobDefinition<Payload> {
  return definition;
}
