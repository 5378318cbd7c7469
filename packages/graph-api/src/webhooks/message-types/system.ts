import { z } from 'zod';
import { decoration, wireId } from '../../wire.ts';
import { defineMessageType } from './define.ts';

/**
 * News about the person: `user_changed_number` (new number in `wa_id`, old one in the message's `from`),
 * `user_changed_user_id` (ids only), `customer_identity_changed`. Trust the `previous_*` keys over the message's own
 * ids, which Meta leaves undefined as old or new. (Meta, "System messages webhook", 2026-08)
 */
export const system = defineMessageType(
  'system',
  z.looseObject({
    type: decoration(z.string()),
    body: decoration(z.string()),
    wa_id: decoration(wireId),
    user_id: decoration(wireId),
    previous_user_id: decoration(wireId),
    parent_user_id: decoration(wireId),
    previous_parent_user_id: decoration(wireId),
  }),
);
