import * as z from 'zod';
import { idSchema } from '../primitives.ts';

/** Source: Meta, Cloud API, media messages: captions up to 1,024 characters (2025-12-11). */
const caption = z.string().max(1024).optional();

export const imageContent = z.object({ kind: z.literal('image'), mediaId: idSchema, caption });
export const videoContent = z.object({ kind: z.literal('video'), mediaId: idSchema, caption });
/** `voice`: recorded as a voice note, shown with a play button on the phone. */
export const audioContent = z.object({
  kind: z.literal('audio'),
  mediaId: idSchema,
  voice: z.boolean().optional(),
});
export const documentContent = z.object({
  kind: z.literal('document'),
  mediaId: idSchema,
  caption,
  fileName: z.string().max(240).optional(),
});
export const stickerContent = z.object({
  kind: z.literal('sticker'),
  mediaId: idSchema,
  animated: z.boolean().optional(),
});
