import { z } from 'zod';
import { decoration, wireNumber } from '../../../wire.ts';
import { defineAccountField } from '../define.ts';

/** A tier's name (`TIER_2K`) or a number of people, -1 for no limit. */
const messagingLimit = decoration(z.union([z.string(), z.number()]));

export const businessCapabilityUpdate = defineAccountField(
  'business_capability_update',
  z.looseObject({
    max_daily_conversations_per_business: messagingLimit,
    /** Name and scope of the same limit before v24. */
    max_daily_conversation_per_phone: messagingLimit,
    max_phone_numbers_per_business: decoration(wireNumber),
    max_phone_numbers_per_waba: decoration(wireNumber),
  }),
);
