import type { Pricing } from '../messages/messages.ts';
import { monthIn } from '../places/time-zone.ts';
import type { World } from '../world.ts';

interface Counted {
  readonly phoneNumberId: string;
  readonly at: number;
  readonly pricing: Pricing;
}

/** Free-form messages of a number counted in the month of `at`, which begins and ends in the WABA's time zone. */
export function serviceCountOf(world: World, phoneNumberId: string, at: number): number {
  return world.serviceCounts.get(serviceCountKey(world, phoneNumberId, at)) ?? 0;
}

/**
 * Counts an accepted service message, or with -1 gives it back: Meta counts delivered ones, so one that failed or
 * expired leaves the count.
 */
export function countService(world: World, { phoneNumberId, at, pricing }: Counted, step: 1 | -1): void {
  const isFreeEntry = pricing.type === 'free_entry_point';
  if (pricing.category !== 'service' && !(isFreeEntry && world.settings.freeEntryUsesQuota)) return;
  const key = serviceCountKey(world, phoneNumberId, at);
  world.serviceCounts.set(key, Math.max(0, (world.serviceCounts.get(key) ?? 0) + step));
}

function serviceCountKey(world: World, phoneNumberId: string, at: number): string {
  const wabaId = world.phoneNumbers.get(phoneNumberId)?.wabaId ?? '';
  return `${phoneNumberId}/${monthIn(world.wabas.get(wabaId)?.timezoneId ?? 'UTC', at)}`;
}
