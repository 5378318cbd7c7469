/** How long to wait after a refusal that will pass, by the one table of codes (graph-api). Pure. */
import type { RefusalWait } from '#modules/channels';

/** Before the next attempt at one message; up to a fifth longer by chance so that many do not come back at once. */
export function retryDelayMs(wait: RefusalWait, attempts: number, chance: number): number {
  return Math.round(holdMs(wait, Math.max(0, attempts - 1)) * (1 + chance / 5));
}

/** How long a pair or a number is held. `strikes`: how often it was held in a row before. */
export function holdMs({ firstMs, factor, longestMs }: RefusalWait, strikes: number): number {
  return Math.min(firstMs * factor ** strikes, longestMs);
}
