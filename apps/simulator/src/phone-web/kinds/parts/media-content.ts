import { z } from 'zod';

/** A file in a message. `url` is missing when it cannot be shown (gone, or expired). */
export const mediaContentSchema = z.looseObject({
  mimeType: z.string().default('application/octet-stream'),
  caption: z.string().optional(),
  filename: z.string().optional(),
  voice: z.boolean().optional(),
  url: z.string().optional(),
});

export type MediaContent = z.infer<typeof mediaContentSchema>;
