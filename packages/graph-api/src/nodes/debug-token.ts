import { z } from 'zod';
import { decoration, tolerantList, wireId, wireTimestamp } from '../wire.ts';

/** `GET /debug_token?input_token=…`: what a token may do. (Meta, "Debugging access tokens") */
export const debugTokenAnswer = z.looseObject({
  data: z.looseObject({
    app_id: decoration(wireId),
    type: decoration(z.string()),
    application: decoration(z.string()),
    is_valid: z.boolean(),
    /** Unix seconds; 0 for never. */
    expires_at: decoration(wireTimestamp),
    data_access_expires_at: decoration(wireTimestamp),
    issued_at: decoration(wireTimestamp),
    user_id: decoration(wireId),
    scopes: tolerantList(z.string()),
    /** Which assets a scope reaches; no `target_ids` means all. */
    granular_scopes: tolerantList(
      z.looseObject({ scope: z.string(), target_ids: decoration(z.array(wireId)) }),
    ),
    error: decoration(z.looseObject({ code: z.number(), message: z.string() })),
  }),
});
export type DebugTokenAnswer = z.infer<typeof debugTokenAnswer>;
