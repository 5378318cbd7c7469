import { z } from 'zod';
import { userId } from '../../requests/envelope/recipient.ts';
import { boundedText } from '../../requests/values.ts';
import { decoration, tolerantList, wireId } from '../../wire.ts';
import { graphErrorObject } from '../graph-error.ts';
import { listAnswer } from '../paging.ts';

/** `POST` and `DELETE /{phone-number-id}/block_users`, by number or business-scoped user id. */
export const blockUsersRequest = z.strictObject({
  messaging_product: z.literal('whatsapp'),
  block_users: z
    .array(z.union([z.strictObject({ user: boundedText(64) }), z.strictObject({ user_id: userId })]))
    .min(1),
});

const blocked = z.looseObject({
  input: decoration(wireId),
  wa_id: decoration(wireId),
  user_id: decoration(wireId),
});

/**
 * The answer to either. When only some worked it comes with HTTP 400 and an `error` of code 139100 beside it.
 * (Meta, "Block users", 2026)
 */
export const blockUsersAnswer = z.looseObject({
  block_users: z.looseObject({
    added_users: tolerantList(blocked),
    removed_users: tolerantList(blocked),
    failed_users: tolerantList(blocked.extend({ errors: tolerantList(graphErrorObject) })),
  }),
});

/** `GET /{phone-number-id}/block_users`. */
export const blockedUserList = listAnswer(
  z.looseObject({ wa_id: decoration(wireId), user_id: decoration(wireId) }),
);
