import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import type { PhoneNumber } from '../entities.ts';
import { planTask } from '../tasks/plan-task.ts';
import type { World } from '../world.ts';
import { changeSettings } from './change-settings.ts';
import { settingsOf } from './settings-of.ts';

const registeredForMs = 30 * 24 * 60 * 60 * 1000;

/** An application for an official business account; its review takes as long as a template's. */
export function startOfficialReview(simulation: Simulation, phoneNumberId: string): void {
  const { world, clock, random } = simulation;
  const { min, max } = world.settings.templates.reviewDelayMs;
  changeSettings(simulation, phoneNumberId, { officialAccount: 'PENDING' });
  planTask(simulation, 'official-account-reviewed', clock.now() + random.integer(min, max), {
    phoneNumberId,
  });
}

/** The planned end of a review, unless the application was withdrawn. */
export function finishOfficialReview(
  simulation: Simulation,
  { phoneNumberId }: { readonly phoneNumberId: string },
  at: number,
): void {
  const phoneNumber = simulation.world.phoneNumbers.get(phoneNumberId);
  if (!phoneNumber || settingsOf(simulation.world, phoneNumberId).officialAccount !== 'PENDING') return;
  decideOfficialAccount(simulation, phoneNumberId, isWorthy(simulation.world, phoneNumber, at));
}

/** Gives or refuses the blue tick, and tells of it. */
export function decideOfficialAccount(
  simulation: Simulation,
  phoneNumberId: string,
  isApproved: boolean,
): void {
  const phoneNumber = simulation.world.phoneNumbers.get(phoneNumberId);
  if (!phoneNumber) return;
  changeSettings(simulation, phoneNumberId, { officialAccount: isApproved ? 'NOT_APPLIED' : 'REJECTED' });
  simulation.commit({
    kind: 'entities',
    entities: { phoneNumbers: [{ ...phoneNumber, isOfficial: isApproved }] },
  });
  notify(simulation, {
    field: 'account_alerts',
    wabaId: phoneNumber.wabaId,
    value: {
      entity_type: 'PHONE_NUMBER',
      entity_id: phoneNumberId,
      alert_info: {
        alert_severity: isApproved ? 'INFORMATIONAL' : 'WARNING',
        alert_status: 'NONE',
        alert_type: isApproved ? 'OBA_APPROVED' : 'OBA_REJECTED',
        alert_description: `Official Business Account request ${isApproved ? 'approved' : 'rejected'}.`,
      },
    },
  });
}

/**
 * What a machine can see of Meta's conditions: registered for 30 days, verified business, approved name, no test number
 * and not in the Business app (Meta: official business accounts, 2025-12-12).
 */
function isWorthy(world: World, phoneNumber: PhoneNumber, at: number): boolean {
  const { wabaId, registered, lastOnboardedAt, nameStatus, onBusinessApp, testRecipients } = phoneNumber;
  const portfolio = world.portfolios.get(world.wabas.get(wabaId)?.portfolioId ?? '');
  const isOldEnough = registered && at >= lastOnboardedAt + registeredForMs;
  const isPlain = !onBusinessApp && testRecipients === undefined;
  return isOldEnough && isPlain && nameStatus === 'APPROVED' && portfolio?.verificationStatus === 'verified';
}
