import { z } from 'zod';
import { decoration, wireId, wireTimestamp } from '../../../wire.ts';
import { defineNumberField } from '../define.ts';
import { readItems, readNumberScope } from './number-scope.ts';

const userPreference = z.looseObject({
  wa_id: decoration(wireId),
  user_id: decoration(wireId),
  /** `marketing_messages` is the only one known. */
  category: z.string(),
  /** `stop`, `resume` or `signup`. */
  value: z.string(),
  signup_id: decoration(wireId),
  detail: decoration(z.string()),
  timestamp: wireTimestamp,
});
/** The person's own choice, made in WhatsApp, to receive marketing or not. */
export type UserPreference = z.infer<typeof userPreference>;

export const userPreferences = defineNumberField('user_preferences', (value) => ({
  ...readNumberScope(value),
  userPreferences: readItems(value, 'user_preferences', userPreference),
}));
