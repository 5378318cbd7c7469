import { z } from 'zod';
import { decoration, wireId } from '../../../wire.ts';
import { defineAccountField } from '../define.ts';

export const businessUsernameUpdates = defineAccountField(
  'business_username_updates',
  z.looseObject({
    display_phone_number: decoration(wireId),
    /** Absent when deleted. */
    username: decoration(z.string()),
    /** approved, reserved or deleted. */
    status: z.string(),
  }),
);
