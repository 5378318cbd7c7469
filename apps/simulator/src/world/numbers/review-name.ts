import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import { planTask } from '../tasks/plan-task.ts';
import { changeSettings } from './change-settings.ts';
import { settingsOf } from './settings-of.ts';

/** Why a display name is not accepted, in the words of `phone_number_name_update`. */
export type NameRejection =
  | 'NAME_EMPLOYEE_ISSUE'
  | 'NAME_ENDCLIENT_NOTRELATED'
  | 'NAME_FORMAT_UNACCEPTABLE'
  | 'NAME_INDIVIDUAL_ISSUE'
  | 'NAME_NOT_CONSISTENT'
  | 'UNKNOWN';

/** A new display name waits for its review, which takes as long as a template's. */
export function startNameReview(simulation: Simulation, phoneNumberId: string, name: string): void {
  const { world, clock, random } = simulation;
  const { min, max } = world.settings.templates.reviewDelayMs;
  changeSettings(simulation, phoneNumberId, { newDisplayName: name, newNameStatus: 'PENDING_REVIEW' });
  planTask(simulation, 'name-reviewed', clock.now() + random.integer(min, max), { phoneNumberId, name });
}

/** The planned end of a review. Of two changes in a row only the last one is decided. */
export function finishNameReview(
  simulation: Simulation,
  { phoneNumberId, name }: { readonly phoneNumberId: string; readonly name: string },
): void {
  const { newDisplayName, newNameStatus } = settingsOf(simulation.world, phoneNumberId);
  if (newDisplayName !== name || newNameStatus !== 'PENDING_REVIEW') return;
  decideName(simulation, phoneNumberId, judgeName(name));
}

/** Accepts the name under review, or rejects it for a reason, and tells of it. False when none is under review. */
export function decideName(
  simulation: Simulation,
  phoneNumberId: string,
  rejection: NameRejection | undefined,
): boolean {
  const { world, commit } = simulation;
  const phoneNumber = world.phoneNumbers.get(phoneNumberId);
  const { newDisplayName: name, newNameStatus } = settingsOf(world, phoneNumberId);
  if (!phoneNumber || name === undefined || newNameStatus !== 'PENDING_REVIEW') return false;
  const isApproved = rejection === undefined;
  changeSettings(simulation, phoneNumberId, {
    newNameStatus: isApproved ? 'APPROVED' : 'DECLINED',
    newDisplayName: isApproved ? undefined : name,
  });
  const nameStatus = phoneNumber.nameStatus === 'APPROVED' ? 'APPROVED' : 'DECLINED';
  const changed = isApproved
    ? { ...phoneNumber, verifiedName: name, nameStatus: 'APPROVED' }
    : { ...phoneNumber, nameStatus };
  commit({ kind: 'entities', entities: { phoneNumbers: [changed] } });
  notify(simulation, {
    field: 'phone_number_name_update',
    phoneNumberId,
    value: {
      display_phone_number: phoneNumber.digits,
      decision: isApproved ? 'APPROVED' : 'REJECTED',
      requested_verified_name: name,
      rejection_reason: rejection ?? null,
    },
  });
  return true;
}

/** What a machine can see of Meta's rules: no "WhatsApp", no shouting, letters, no web address (2025-12-12). */
function judgeName(name: string): NameRejection | undefined {
  const letters = name.match(/\p{L}/gu)?.join('') ?? '';
  const isShouting =
    letters.length > 5 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
  const isMalformed = letters === '' || /whats\s*app|https?:|www\.|[!?.]{2,}/i.test(name);
  return isShouting || isMalformed ? 'NAME_FORMAT_UNACCEPTABLE' : undefined;
}
