import { z } from 'zod';
import { decoration, wireId } from '../../../wire.ts';
import { defineAccountField } from '../define.ts';

export const phoneNumberQualityUpdate = defineAccountField(
  'phone_number_quality_update',
  z.looseObject({
    display_phone_number: decoration(wireId),
    /** ONBOARDING, THROUGHPUT_UPGRADE, FLAGGED. */
    event: z.string(),
    max_daily_conversations_per_business: decoration(z.union([z.string(), z.number()])),
    /** Both removed in 2026-02; older webhook versions still send them. */
    old_limit: decoration(z.string()),
    current_limit: decoration(z.string()),
  }),
);
