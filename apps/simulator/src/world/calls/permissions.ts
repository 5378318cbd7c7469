import type { Simulation } from '../../simulation.ts';
import type { PhoneNumber } from '../entities.ts';
import { chatKey, type World } from '../world.ts';
import type { CallPermission } from './call.ts';

const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;
export const temporaryPermissionMs = 7 * dayMs;

interface RequestLimit {
  readonly time_period: 'PT24H' | 'P7D';
  readonly max_allowed: number;
  readonly current_usage: number;
}

/** Whether a business may call a person now: a temporary permission that is over is none. */
export function permissionOf(world: World, phoneNumberId: string, waId: string, now: number): CallPermission {
  const stored = world.callPermissions.get(chatKey(phoneNumberId, waId));
  if (!stored) return { phoneNumberId, waId, status: 'no_permission', requestedAt: [], unanswered: 0 };
  const isOver = stored.status === 'temporary' && now >= (stored.expiresAt ?? 0);
  return isOver ? { ...stored, status: 'no_permission', expiresAt: undefined } : stored;
}

/** How often a business may ask for permission, and how often it has (Meta: user call permissions, 2025-11-13). */
export function requestLimits(
  { requestedAt }: CallPermission,
  phoneNumber: PhoneNumber,
  now: number,
): readonly RequestLimit[] {
  const isTest = phoneNumber.accountMode === 'SANDBOX' || phoneNumber.testRecipients !== undefined;
  const since = (ageMs: number) => requestedAt.filter((at) => at > now - ageMs).length;
  return [
    { time_period: 'PT24H', max_allowed: isTest ? 25 : 1, current_usage: since(dayMs) },
    { time_period: 'P7D', max_allowed: isTest ? 100 : 2, current_usage: since(7 * dayMs) },
  ];
}

/** Refused calls in a row after which the permission is gone. */
export function revokedAfter(phoneNumber: PhoneNumber): number {
  return phoneNumber.accountMode === 'SANDBOX' || phoneNumber.testRecipients !== undefined ? 10 : 4;
}

/** Puts part of a permission anew. */
export function changePermission(
  { world, clock, commit }: Pick<Simulation, 'world' | 'clock' | 'commit'>,
  phoneNumberId: string,
  waId: string,
  change: Partial<CallPermission>,
): void {
  const permission = { ...permissionOf(world, phoneNumberId, waId, clock.now()), ...change };
  commit({ kind: 'entities', entities: { callPermissions: [permission] } });
}
