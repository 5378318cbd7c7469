import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import { planTask } from '../tasks/plan-task.ts';
import { usersOf } from './messaging-limit.ts';

/** Gives a portfolio another messaging limit, and tells the apps of its accounts. */
export function changeMessagingLimit(
  simulation: Simulation,
  { portfolioId, tier }: { readonly portfolioId: string; readonly tier: string },
  at: number,
): void {
  const { world, commit } = simulation;
  const portfolio = world.portfolios.get(portfolioId);
  if (!portfolio || portfolio.messagingLimit === tier) return;
  commit({ kind: 'entities', entities: { portfolios: [{ ...portfolio, messagingLimit: tier }] } });
  for (const waba of world.wabas.values()) {
    if (waba.portfolioId !== portfolioId) continue;
    notify(simulation, {
      field: 'business_capability_update',
      wabaId: waba.id,
      value: {
        max_daily_conversations_per_business: tier,
        max_phone_numbers_per_business: tier === 'TIER_250' ? 2 : 20,
        max_phone_numbers_per_waba: 20,
      },
      at,
    });
  }
}

/** Tells that a limit could have grown, had the quality been better (`account_alerts`). */
export function refuseGrowth(
  simulation: Simulation,
  { portfolioId }: { readonly portfolioId: string },
  at: number,
): void {
  for (const waba of simulation.world.wabas.values()) {
    if (waba.portfolioId !== portfolioId) continue;
    notify(simulation, {
      field: 'account_alerts',
      wabaId: waba.id,
      value: {
        entity_type: 'BUSINESS',
        entity_id: portfolioId,
        alert_info: {
          alert_severity: 'WARNING',
          alert_status: 'ACTIVE',
          alert_type: 'INCREASED_CAPABILITIES_ELIGIBILITY_FAILED',
          alert_description:
            'The messaging limit was not increased because of the quality of recent messages.',
        },
      },
      at,
    });
  }
}

/** The end of a business verification; a verified business may start with 2,000 people at once. */
export function verifyBusiness(
  simulation: Simulation,
  { portfolioId, status }: { readonly portfolioId: string; readonly status: string },
): void {
  const { world, commit, clock } = simulation;
  const portfolio = world.portfolios.get(portfolioId);
  if (!portfolio) return;
  commit({ kind: 'entities', entities: { portfolios: [{ ...portfolio, verificationStatus: status }] } });
  const limit = usersOf(portfolio.messagingLimit);
  if (status !== 'verified' || limit === undefined || limit >= verifiedUsers) return;
  changeMessagingLimit(simulation, { portfolioId, tier: 'TIER_2K' }, clock.now());
}

const verifiedUsers = 2000;

/** The number goes into maintenance (131057) while its throughput is upgraded. */
export function startThroughputUpgrade(
  simulation: Simulation,
  { phoneNumberId }: { readonly phoneNumberId: string },
  at: number,
): void {
  const { world, commit } = simulation;
  const phoneNumber = world.phoneNumbers.get(phoneNumberId);
  if (!phoneNumber || phoneNumber.throughputLevel !== 'STANDARD') return;
  const maintenanceUntil = at + world.settings.limits.maintenanceMs;
  commit({ kind: 'entities', entities: { phoneNumbers: [{ ...phoneNumber, maintenanceUntil }] } });
  planTask(simulation, 'throughput-upgraded', maintenanceUntil, { phoneNumberId });
}

export function finishThroughputUpgrade(
  simulation: Simulation,
  { phoneNumberId }: { readonly phoneNumberId: string },
  at: number,
): void {
  const { world, commit } = simulation;
  const phoneNumber = world.phoneNumbers.get(phoneNumberId);
  if (!phoneNumber) return;
  const upgraded = { ...phoneNumber, throughputLevel: 'HIGH', maintenanceUntil: undefined };
  commit({ kind: 'entities', entities: { phoneNumbers: [upgraded] } });
  const portfolioId = world.wabas.get(phoneNumber.wabaId)?.portfolioId ?? '';
  notify(simulation, {
    field: 'phone_number_quality_update',
    wabaId: phoneNumber.wabaId,
    value: {
      display_phone_number: phoneNumber.digits,
      event: 'THROUGHPUT_UPGRADE',
      max_daily_conversations_per_business: world.portfolios.get(portfolioId)?.messagingLimit,
    },
    at,
  });
}
