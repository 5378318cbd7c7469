import { z } from 'zod';
import { decoration, tolerantList, wireId, wireTimestamp } from '../../../wire.ts';
import { defineAccountField } from '../define.ts';

/** What happened to the WABA or to a partner's share of it. (Meta, "account_update webhook", 2026) */
export const accountUpdate = defineAccountField(
  'account_update',
  z.looseObject({
    /** PARTNER_REMOVED, DISABLED_UPDATE, ACCOUNT_RESTRICTION, ACCOUNT_OFFBOARDED …; open. */
    event: z.string(),
    phone_number: decoration(wireId),
    country: decoration(z.string()),
    waba_info: decoration(
      z.looseObject({
        waba_id: decoration(wireId),
        owner_business_id: decoration(wireId),
        partner_app_id: decoration(wireId),
        solution_id: decoration(wireId),
        solution_partner_business_ids: tolerantList(wireId),
        /** The advertising account, in either of Meta's spellings. */
        ad_account_linked: decoration(wireId),
        ad_account_id: decoration(wireId),
      }),
    ),
    partner_client_certification_info: decoration(
      z.looseObject({
        client_business_id: decoration(wireId),
        /** PENDING, APPROVED, FAILED, DISCARDED or REVOKED. */
        status: decoration(z.string()),
        rejection_reasons: tolerantList(z.string()),
      }),
    ),
    partner_client_certification_needed_info: decoration(
      z.looseObject({ client_business_id: decoration(wireId) }),
    ),
    auth_international_rate_eligibility: decoration(
      z.looseObject({
        start_time: decoration(wireTimestamp),
        exception_countries: tolerantList(
          z.looseObject({ country_code: z.string(), start_time: decoration(wireTimestamp) }),
        ),
      }),
    ),
    disconnection_info: decoration(
      z.looseObject({ reason: decoration(z.string()), initiated_by: decoration(z.string()) }),
    ),
    ban_info: decoration(
      z.looseObject({ waba_ban_state: decoration(z.string()), waba_ban_date: decoration(z.string()) }),
    ),
    violation_info: decoration(
      z.looseObject({ violation_type: decoration(z.string()), remediation: decoration(z.string()) }),
    ),
    restriction_info: tolerantList(
      z.looseObject({
        restriction_type: z.string(),
        expiration: decoration(wireTimestamp),
        remediation: decoration(z.string()),
      }),
    ),
    volume_tier_info: decoration(
      z.looseObject({
        tier_update_time: decoration(wireTimestamp),
        pricing_category: decoration(z.string()),
        tier: decoration(z.string()),
        effective_month: decoration(z.string()),
        region: decoration(z.string()),
      }),
    ),
  }),
);
