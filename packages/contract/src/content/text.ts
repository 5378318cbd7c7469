import * as z from 'zod';

/**
 * The provider's own limit (Meta: 4,096 characters, 2026-05-21) is judged by the gate, which counts characters as people
 * do and says what to do; here only what no provider takes is refused.
 */
export const textContent = z.object({
  kind: z.literal('text'),
  body: z.string().min(1).max(65_536),
  previewUrl: z.boolean().optional(),
});
