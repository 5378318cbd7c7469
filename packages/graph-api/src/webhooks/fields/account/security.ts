import { z } from 'zod';
import { decoration, wireId } from '../../../wire.ts';
import { defineAccountField } from '../define.ts';

export const security = defineAccountField(
  'security',
  z.looseObject({
    display_phone_number: decoration(wireId),
    /** PIN_CHANGED, PIN_RESET_REQUEST or PIN_REQUEST_SUCCESS. */
    event: z.string(),
    requester: decoration(wireId),
  }),
);
