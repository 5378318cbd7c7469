import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import type { Waba } from '../entities.ts';
import { Problem } from '../problem.ts';
import { issueCode } from './issue-code.ts';
import type { SignupEvent } from './signup-event.ts';

export interface FinishedSignup {
  readonly appId: string;
  readonly wabaId: string;
  /** Missing when the person shared the account only. */
  readonly phoneNumberId?: string | undefined;
  readonly scopes: readonly string[];
  readonly redirectUri?: string | undefined;
}

export interface SignupResult {
  /** For `/oauth/access_token`, within 30 seconds. */
  readonly code: string;
  readonly event: SignupEvent;
}

/**
 * The last screen of Embedded Signup: the app is granted the account. Answers the code and the event of the window, and
 * tells the app's other callbacks (`account_update`, PARTNER_ADDED and PARTNER_APP_INSTALLED). Throws a `Problem`.
 */
export function finishSignup(simulation: Simulation, finished: FinishedSignup): SignupResult {
  const { world } = simulation;
  const { appId, wabaId, phoneNumberId, scopes, redirectUri } = finished;
  const waba = world.wabas.get(wabaId);
  if (!waba || !world.apps.has(appId))
    throw new Problem(100, 'The app or the account is not there any more.');
  const phoneNumber = phoneNumberId === undefined ? undefined : world.phoneNumbers.get(phoneNumberId);
  if (phoneNumberId !== undefined && phoneNumber?.wabaId !== wabaId) {
    throw new Problem(100, `The account has no phone number ${phoneNumberId}.`);
  }
  const { code } = issueCode(simulation, { appId, wabaIds: [wabaId], scopes, redirectUri });
  tellPartner(simulation, appId, waba);
  return { code, event: describeFinish(waba, phoneNumber) };
}

function describeFinish(
  { id, portfolioId }: Waba,
  phoneNumber: { readonly id: string; readonly onBusinessApp: boolean } | undefined,
): SignupEvent {
  const type = 'WA_EMBEDDED_SIGNUP';
  if (phoneNumber?.onBusinessApp) {
    return { type, event: 'FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING', data: { waba_id: id } };
  }
  const others = {
    business_id: portfolioId,
    ad_account_ids: [],
    page_ids: [],
    dataset_ids: [],
    catalog_ids: [],
    instagram_account_ids: [],
  };
  return phoneNumber
    ? { type, event: 'FINISH', data: { phone_number_id: phoneNumber.id, waba_id: id, ...others } }
    : { type, event: 'FINISH_ONLY_WABA', data: { waba_id: id, ...others } };
}

/** About the app's own portfolio: only that app hears of it. */
function tellPartner(simulation: Simulation, appId: string, { id, portfolioId }: Waba): void {
  const info = { waba_id: id, owner_business_id: portfolioId };
  for (const [event, waba_info] of [
    ['PARTNER_ADDED', info],
    ['PARTNER_APP_INSTALLED', { ...info, partner_app_id: appId }],
  ] as const) {
    notify(simulation, { field: 'account_update', portfolioId, appId, value: { event, waba_info } });
  }
}
