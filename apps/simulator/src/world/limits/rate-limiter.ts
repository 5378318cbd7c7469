import type { Settings } from '../settings.ts';
import { chatKey } from '../world.ts';
import { type TokenBucket, takeToken } from './token-bucket.ts';

/** Meta's two send rates. Not in the journal: a restarted simulator starts with full buckets. */
export interface RateLimiter {
  /** Takes a place for one message, or says which limit is hit; then nothing is taken. */
  take(phoneNumberId: string, waId: string, elapsedMs: number): 'ok' | 'number' | 'pair';
  clear(): void;
}

export function createRateLimiter(settings: () => Settings): RateLimiter {
  const numbers = new Map<string, TokenBucket>();
  const pairs = new Map<string, TokenBucket>();
  return {
    take(phoneNumberId, waId, elapsedMs) {
      const { rates } = settings();
      const numberRule = {
        capacity: rates.numberPerSecond,
        refillIntervalMs: 1000 / rates.numberPerSecond,
      };
      const number = takeToken(numbers.get(phoneNumberId), numberRule, elapsedMs);
      if (!number) return 'number';
      const pairKey = chatKey(phoneNumberId, waId);
      const pairRule = { capacity: rates.pairBurst, refillIntervalMs: rates.pairIntervalMs };
      const pair = takeToken(pairs.get(pairKey), pairRule, elapsedMs);
      if (!pair) return 'pair';
      numbers.set(phoneNumberId, number);
      pairs.set(pairKey, pair);
      return 'ok';
    },
    clear() {
      numbers.clear();
      pairs.clear();
    },
  };
}
