import * as z from 'zod';

/** A message that cannot be shown yet. The raw event is kept and can be replayed once the kind is supported. */
export const unsupportedContent = z.object({
  kind: z.literal('unsupported'),
  wireType: z.string(),
  reason: z.string(),
});
