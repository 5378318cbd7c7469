import type { World } from '../../../world/world.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** Calls of the business a person has taken in the last 24 h. */
export function connectedToday(world: World, phoneNumberId: string, waId: string, now: number): number {
  return [...world.calls.values()].filter(
    (call) =>
      call.phoneNumberId === phoneNumberId &&
      call.waId === waId &&
      call.direction === 'BUSINESS_INITIATED' &&
      (call.acceptedAt ?? 0) > now - dayMs,
  ).length;
}
