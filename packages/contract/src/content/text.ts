import * as z from 'zod';

/** Source: Meta, Cloud API, text messages: body 1 to 4,096 characters (2026-05-21). */
export const textContent = z.object({
  kind: z.literal('text'),
  body: z.string().min(1).max(4096),
  previewUrl: z.boolean().optional(),
});
