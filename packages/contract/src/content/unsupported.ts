import * as z from 'zod';

/** A message that cannot be shown. The raw event is kept and can be replayed once the kind is supported. */
export const unsupportedContent = z.object({
  kind: z.literal('unsupported'),
  wireType: z.string(),
  reason: z.string(),
  /** What the provider says it was, when it could not pass it on itself: `edit`, `poll_creation`, `view_once` … */
  what: z.string().optional(),
  /** The provider's code: 131051, 131060, 130501 … */
  providerCode: z.number().int().optional(),
});
