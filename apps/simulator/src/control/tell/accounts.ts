import { z } from 'zod';
import { accountUpdate, tiding, unixSeconds, waba } from './tidings.ts';

/** What Meta tells an account about itself. What also changes the account is a decision, not here. */
export const accountTidings = {
  'account-review': tiding({
    schema: z.strictObject({
      ...waba,
      decision: z.enum(['APPROVED', 'REJECTED', 'PENDING', 'DEFERRED']),
    }),
    notice: ({ wabaId, decision }) => ({ field: 'account_review_update', wabaId, value: { decision } }),
  }),
  alert: tiding({
    schema: z.strictObject({
      ...waba,
      type: z.enum([
        'INCREASED_CAPABILITIES_ELIGIBILITY_DEFERRED',
        'INCREASED_CAPABILITIES_ELIGIBILITY_FAILED',
        'INCREASED_CAPABILITIES_ELIGIBILITY_NEED_MORE_INFO',
        'OBA_APPROVED',
        'OBA_REJECTED',
        'PROFILE_PICTURE_LOST',
      ]),
      severity: z.enum(['CRITICAL', 'WARNING', 'INFORMATIONAL']).default('WARNING'),
      /** Left out: it is about the business as a whole. */
      phoneNumberId: z.string().optional(),
      description: z.string().default(''),
    }),
    notice: ({ wabaId, type, severity, phoneNumberId, description }, { world }) => ({
      field: 'account_alerts',
      wabaId,
      value: {
        entity_type: phoneNumberId === undefined ? 'BUSINESS' : 'PHONE_NUMBER',
        entity_id: phoneNumberId ?? world.wabas.get(wabaId)?.portfolioId,
        alert_info: {
          alert_severity: severity,
          alert_status: 'ACTIVE',
          alert_type: type,
          alert_description: description,
        },
      },
    }),
  }),
  'ban-scheduled': tiding({
    schema: z.strictObject({ ...waba, date: z.iso.date() }),
    notice: ({ wabaId, date }) => {
      const shown = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' } as const;
      return accountUpdate(wabaId, 'DISABLED_UPDATE', {
        ban_info: {
          waba_ban_state: 'SCHEDULE_FOR_DISABLE',
          waba_ban_date: new Date(date).toLocaleDateString('en-US', shown),
        },
      });
    },
  }),
  violation: tiding({
    schema: z.strictObject({ ...waba, type: z.string(), remediation: z.string().optional() }),
    notice: ({ wabaId, type, remediation }) =>
      accountUpdate(wabaId, 'ACCOUNT_VIOLATION', {
        violation_info: { violation_type: type, ...(remediation === undefined ? {} : { remediation }) },
      }),
  }),
  'account-deleted': tiding({
    schema: z.strictObject(waba),
    notice: ({ wabaId }) => accountUpdate(wabaId, 'ACCOUNT_DELETED'),
  }),
  'volume-tier': tiding({
    schema: z.strictObject({
      ...waba,
      category: z.enum(['UTILITY', 'AUTHENTICATION']),
      /** From and to, such as `250001:1000000`. */
      tier: z.string().regex(/^\d+:(\d+)?$/),
      region: z.string(),
    }),
    notice: ({ wabaId, category, tier, region }, simulation) =>
      accountUpdate(wabaId, 'VOLUME_BASED_PRICING_TIER_UPDATE', {
        volume_tier_info: {
          tier_update_time: unixSeconds(simulation),
          pricing_category: category,
          tier,
          effective_month: new Date(simulation.clock.now()).toISOString().slice(0, 7),
          region,
        },
      }),
  }),
  'primary-country': tiding({
    schema: z.strictObject({ ...waba, country: z.string().regex(/^[A-Z]{2}$/) }),
    notice: ({ wabaId, country }) =>
      accountUpdate(wabaId, 'BUSINESS_PRIMARY_LOCATION_COUNTRY_UPDATE', { country }),
  }),
  'international-codes': tiding({
    schema: z.strictObject({ ...waba, exceptions: z.array(z.string()).default([]) }),
    notice: ({ wabaId, exceptions }, simulation) => {
      const start_time = unixSeconds(simulation);
      return accountUpdate(wabaId, 'AUTH_INTL_PRICE_ELIGIBILITY_UPDATE', {
        auth_international_rate_eligibility: {
          start_time,
          exception_countries: exceptions.map((country_code) => ({ country_code, start_time })),
        },
      });
    },
  }),
  'payment-configuration': tiding({
    schema: z.strictObject({
      ...waba,
      name: z.string(),
      provider: z.enum(['billdesk', 'payu', 'razorpay', 'zaakpay']),
      status: z.enum(['Active', 'Needs Connecting', 'Needs Testing']),
    }),
    notice: ({ wabaId, name, provider, status }, simulation) => ({
      field: 'payment_configuration_update',
      wabaId,
      value: {
        configuration_name: name,
        provider_name: provider,
        provider_mid: `${provider}_${wabaId}`,
        status,
        created_timestamp: unixSeconds(simulation),
        updated_timestamp: unixSeconds(simulation),
      },
    }),
  }),
};
