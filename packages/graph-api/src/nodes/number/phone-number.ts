import { z } from 'zod';
import { decoration, wireId } from '../../wire.ts';
import { healthStatus } from '../health-status.ts';
import { listAnswer } from '../paging.ts';

/** `GET /{phone-number-id}`: only asked-for fields come, apart from `id`. (Meta, "Phone number node", 2026-11) */
export const phoneNumberNode = z.looseObject({
  id: wireId,
  /** Formatted: `+1 202-555-0143`. */
  display_phone_number: decoration(z.string()),
  verified_name: decoration(z.string()),
  /** GREEN, YELLOW, RED, UNKNOWN or NA. */
  quality_rating: decoration(z.string()),
  quality_score: decoration(z.looseObject({ score: decoration(z.string()) })),
  code_verification_status: decoration(z.string()),
  name_status: decoration(z.string()),
  new_name_status: decoration(z.string()),
  new_display_name: decoration(z.string()),
  /** CONNECTED, PENDING, DISCONNECTED, FLAGGED, RESTRICTED, RATE_LIMITED, BANNED, DELETED, MIGRATED …; open. */
  status: decoration(z.string()),
  /** CLOUD_API, ON_PREMISE or NOT_APPLICABLE. */
  platform_type: decoration(z.string()),
  /** STANDARD (80 messages a second), HIGH (1,000). */
  throughput: decoration(z.looseObject({ level: decoration(z.string()) })),
  /** True with platform CLOUD_API: coexistence, fixed at 20 messages a second. */
  is_on_biz_app: decoration(z.boolean()),
  is_official_business_account: decoration(z.boolean()),
  is_pin_enabled: decoration(z.boolean()),
  /** LIVE or SANDBOX. */
  account_mode: decoration(z.string()),
  /** TIER_250, TIER_2K, TIER_10K, TIER_100K, TIER_UNLIMITED and older names. */
  whatsapp_business_manager_messaging_limit: decoration(z.string()),
  /** ISO 8601 or Unix seconds. */
  last_onboarded_time: decoration(wireId),
  username: decoration(z.string()),
  health_status: decoration(healthStatus),
  webhook_configuration: decoration(
    z.looseObject({
      phone_number: decoration(z.string()),
      whatsapp_business_account: decoration(z.string()),
      application: decoration(z.string()),
    }),
  ),
});
export type PhoneNumberNode = z.infer<typeof phoneNumberNode>;

/** `GET /{waba-id}/phone_numbers`. */
export const phoneNumberList = listAnswer(phoneNumberNode);
