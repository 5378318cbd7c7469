import type { AccountEventTold } from '@renkei/contract';
import type { WebhookValue } from '@renkei/graph-api';
import { z } from 'zod';
import { instantOf } from '../instant-of.ts';
import { byWord, type TellField, tell, withPlus } from './define.ts';

type Value = WebhookValue<'account_update'>;
type TellEvent = (value: Value) => AccountEventTold | null;

/** What happened to the account, by Meta's word for it. (Meta, "account_update webhook", 2026) */
const events: Readonly<Record<string, TellEvent>> = {
  ACCOUNT_DELETED: () => tell('account.deleted', {}),
  ACCOUNT_OFFBOARDED: () => tell('account.offboarded', {}),
  ACCOUNT_RECONNECTED: () => tell('account.reconnected', {}),
  ACCOUNT_RESTRICTION: tellRestriction,
  ACCOUNT_VIOLATION: ({ violation_info: info }) =>
    tell('account.violation', {
      violation: info?.violation_type ?? null,
      remediation: info?.remediation ?? null,
    }),
  AD_ACCOUNT_LINKED: (value) =>
    tell('account.ad_account_linked', { accountId: value.waba_info?.waba_id ?? null }),
  AUTH_INTL_PRICE_ELIGIBILITY_UPDATE: tellInternationalRates,
  BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE: ({ country }) =>
    tell('account.country_changed', { country: country ?? null }),
  DISABLED_UPDATE: ({ ban_info: ban }) =>
    tell(byWord(banStates, ban?.waba_ban_state) ?? 'account.disabled', { date: ban?.waba_ban_date ?? null }),
  MM_LITE_TERMS_SIGNED: (value) =>
    tell('account.marketing_terms_signed', { accountId: value.waba_info?.waba_id ?? null }),
  PARTNER_ADDED: (value) => tell('partner.added', shareOf(value)),
  PARTNER_REMOVED: (value) =>
    value.disconnection_info
      ? tell('coexistence.ended', {
          number: withPlus(value.phone_number),
          reason: value.disconnection_info.reason ?? null,
          initiatedBy: value.disconnection_info.initiated_by ?? null,
        })
      : tell('partner.removed', shareOf(value)),
  PARTNER_APP_INSTALLED: (value) => tell('partner.app_installed', shareOf(value)),
  PARTNER_APP_UNINSTALLED: (value) => tell('partner.app_uninstalled', shareOf(value)),
  PARTNER_CLIENT_CERTIFICATION_NEEDED: (value) =>
    tell('partner.certification_needed', { clientId: certificationOf(value).client_business_id ?? null }),
  PARTNER_CLIENT_CERTIFICATION_STATUS_UPDATE: (value) => {
    const { client_business_id: clientId, status, rejection_reasons: reasons } = certificationOf(value);
    return tell('partner.certification_changed', {
      clientId: clientId ?? null,
      status: status ?? null,
      reasons: reasons ?? [],
    });
  },
  VERIFIED_ACCOUNT: () => tell('account.verified', {}),
  VOLUME_BASED_PRICING_TIER_UPDATE: ({ volume_tier_info: info }) =>
    tell('account.volume_tier_reached', {
      category: info?.pricing_category ?? null,
      region: info?.region ?? null,
      tier: info?.tier ?? null,
      month: info?.effective_month ?? null,
    }),
};

export const tellAccountUpdate: TellField<'account_update'> = (value) => [
  { event: value.event, told: byWord(events, value.event)?.(value) ?? null },
];

const banStates = {
  SCHEDULE_FOR_DISABLE: 'account.disable_scheduled',
  DISABLE: 'account.disabled',
  REINSTATE: 'account.reinstated',
} as const;

function shareOf({ waba_info: info }: Value) {
  return {
    accountId: info?.waba_id ?? null,
    ownerId: info?.owner_business_id ?? null,
    appId: info?.partner_app_id ?? null,
  };
}

/** Several restrictions end together in all that has been seen; if not, the last end counts. */
function tellRestriction({ restriction_info: restrictions }: Value): AccountEventTold | null {
  const ends = restrictions.flatMap(({ expiration }) => expiration ?? []);
  return tell('account.restricted', {
    restrictions: restrictions.map((restriction) => restriction.restriction_type),
    endsAt: ends.length === 0 ? null : instantOf(Math.max(...ends)),
    remediation: restrictions.find(({ remediation }) => remediation)?.remediation ?? null,
  });
}

const id = z.union([z.string(), z.number()]).transform(String);
const certification = z.object({
  client_business_id: id.optional(),
  status: z.string().optional(),
  rejection_reasons: z.array(z.string()).optional(),
});
const nothing: z.infer<typeof certification> = {};

function certificationOf(value: Value) {
  const info =
    value['partner_client_certification_info'] ?? value['partner_client_certification_needed_info'] ?? {};
  return certification.catch(nothing).parse(info);
}

const internationalRates = z.object({
  start_time: z.number().optional(),
  exception_countries: z.array(z.object({ country_code: z.string() })).optional(),
});

function tellInternationalRates(value: Value): AccountEventTold | null {
  const rates = internationalRates.catch({}).parse(value['auth_international_rate_eligibility'] ?? {});
  return tell('account.international_rates', {
    startsAt: instantOf(rates.start_time),
    countries: (rates.exception_countries ?? []).map((country) => country.country_code),
  });
}
