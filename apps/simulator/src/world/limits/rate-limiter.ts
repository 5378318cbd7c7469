import type { PhoneNumber } from '../entities.ts';
import type { Settings } from '../settings.ts';
import { chatKey } from '../world.ts';
import { type BucketRule, type TokenBucket, takeToken } from './token-bucket.ts';

/** Meta's two send rates. Not in the journal: a restarted simulator starts with full buckets. */
export interface RateLimiter {
  /** Takes a place for one message, or says which limit is hit; then nothing is taken. */
  take(phoneNumber: PhoneNumber, waId: string, elapsedMs: number): 'ok' | 'number' | 'pair';
  /** Counts a message that came in: it is never refused, but leaves less for those that go out. */
  noteInbound(phoneNumber: PhoneNumber, elapsedMs: number): void;
  clear(): void;
}

export function createRateLimiter(settings: () => Settings): RateLimiter {
  const numbers = new Map<string, TokenBucket>();
  const pairs = new Map<string, TokenBucket>();
  const numberRule = (phoneNumber: PhoneNumber) => {
    const capacity = throughputOf(phoneNumber, settings().rates);
    return { capacity, refillIntervalMs: 1000 / capacity };
  };
  return {
    take(phoneNumber, waId, elapsedMs) {
      const { rates } = settings();
      const number = takeToken(numbers.get(phoneNumber.id), numberRule(phoneNumber), elapsedMs);
      if (!number) return 'number';
      const pairKey = chatKey(phoneNumber.id, waId);
      const pairRule = { capacity: rates.pairBurst, refillIntervalMs: rates.pairIntervalMs };
      const pair = takeToken(pairs.get(pairKey), pairRule, elapsedMs);
      if (!pair) return 'pair';
      numbers.set(phoneNumber.id, number);
      pairs.set(pairKey, pair);
      if (pairs.size > mostPairs) forgetFull(pairs, pairRule, elapsedMs);
      return 'ok';
    },
    noteInbound(phoneNumber, elapsedMs) {
      const taken = takeToken(numbers.get(phoneNumber.id), numberRule(phoneNumber), elapsedMs);
      if (taken) numbers.set(phoneNumber.id, taken);
    },
    clear() {
      numbers.clear();
      pairs.clear();
    },
  };
}

/** More pairs than this are looked through: a bucket that is full again says nothing. */
const mostPairs = 20_000;

function forgetFull(
  pairs: Map<string, TokenBucket>,
  { capacity, refillIntervalMs }: BucketRule,
  elapsedMs: number,
): void {
  for (const [key, { tokens, at }] of pairs) {
    if (tokens + (elapsedMs - at) / refillIntervalMs >= capacity) pairs.delete(key);
    else if (pairs.size <= mostPairs) return;
  }
}

/** Messages per second of a number, in and out together (Meta: throughput). */
function throughputOf(
  { onBusinessApp, throughputLevel }: Pick<PhoneNumber, 'onBusinessApp' | 'throughputLevel'>,
  rates: Settings['rates'],
): number {
  if (onBusinessApp) return rates.coexistencePerSecond;
  return throughputLevel === 'HIGH' ? rates.highNumberPerSecond : rates.numberPerSecond;
}
