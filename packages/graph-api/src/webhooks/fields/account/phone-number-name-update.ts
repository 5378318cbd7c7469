import { z } from 'zod';
import { decoration, wireId } from '../../../wire.ts';
import { defineAccountField } from '../define.ts';

export const phoneNumberNameUpdate = defineAccountField(
  'phone_number_name_update',
  z.looseObject({
    display_phone_number: decoration(wireId),
    /** APPROVED, REJECTED, PENDING or DEFERRED. */
    decision: z.string(),
    requested_verified_name: decoration(z.string()),
    rejection_reason: decoration(z.string()),
  }),
);
