/** A bucket that refills steadily: the state machine behind every rate. Times are elapsed ms. */
export interface TokenBucket {
  readonly tokens: number;
  readonly at: number;
}

export interface BucketRule {
  readonly capacity: number;
  readonly refillIntervalMs: number;
}

/** The bucket after taking one token, or `undefined` when it is empty. */
export function takeToken(
  bucket: TokenBucket | undefined,
  rule: BucketRule,
  at: number,
): TokenBucket | undefined {
  const before = bucket ?? { tokens: rule.capacity, at };
  const refilled = Math.min(rule.capacity, before.tokens + (at - before.at) / rule.refillIntervalMs);
  return refilled < 1 ? undefined : { tokens: refilled - 1, at };
}
