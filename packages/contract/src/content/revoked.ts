import * as z from 'zod';

/** Its sender took the message back. What it said is given to nobody any more. */
export const revokedContent = z.object({
  kind: z.literal('revoked'),
  /** The kind it was: `text`, `image` … */
  was: z.string(),
});
