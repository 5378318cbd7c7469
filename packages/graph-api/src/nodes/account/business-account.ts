import { z } from 'zod';
import { decoration, wireId } from '../../wire.ts';
import { healthStatus } from '../health-status.ts';

/** `GET /{waba-id}`: the WhatsApp Business Account. (Meta, "WABA node", 2026-11) */
export const businessAccountNode = z.looseObject({
  id: wireId,
  name: decoration(z.string()),
  currency: decoration(z.string()),
  country: decoration(z.string()),
  /** Meta's own number of a time zone, as a string. */
  timezone_id: decoration(wireId),
  message_template_namespace: decoration(z.string()),
  account_review_status: decoration(z.string()),
  business_verification_status: decoration(z.string()),
  ownership_type: decoration(z.string()),
  owner_business_info: decoration(z.looseObject({ id: wireId, name: decoration(z.string()) })),
  status: decoration(z.string()),
  /** Must be on before template analytics count. */
  is_enabled_for_insights: decoration(z.boolean()),
  marketing_messages_lite_api_status: decoration(z.string()),
  marketing_messages_onboarding_status: decoration(z.string()),
  disable_marketing_messages_on_cloud_api: decoration(z.boolean()),
  health_status: decoration(healthStatus),
});
export type BusinessAccountNode = z.infer<typeof businessAccountNode>;
