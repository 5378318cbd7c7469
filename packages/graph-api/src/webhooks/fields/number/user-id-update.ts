import { z } from 'zod';
import { decoration, wireId, wireTimestamp } from '../../../wire.ts';
import { defineNumberField } from '../define.ts';
import { readItems, readNumberScope } from './number-scope.ts';

const change = z.looseObject({ previous: wireId, current: wireId });

const userIdUpdateItem = z.looseObject({
  wa_id: decoration(wireId),
  detail: decoration(z.string()),
  user_id: change,
  parent_user_id: decoration(change),
  timestamp: wireTimestamp,
});

/** Withdrawn by Meta on 2026-08-11 in favour of system messages; still read, never subscribed to. */
export const userIdUpdate = defineNumberField('user_id_update', (value) => ({
  ...readNumberScope(value),
  userIdUpdates: readItems(value, 'user_id_update', userIdUpdateItem),
}));
