import { z } from 'zod';
import type { Draft, ShownMessage } from '../../session/outbox.ts';

const textSchema = z.looseObject({ body: z.string() });
const mediaSchema = z.looseObject({
  mediaId: z.string(),
  caption: z.string().optional(),
  voice: z.boolean().optional(),
});
const captionTypes: ReadonlySet<string> = new Set(['image', 'video', 'document']);
const mediaTypes: ReadonlySet<string> = new Set([...captionTypes, 'audio', 'sticker']);

export const canBeForwarded = (message: ShownMessage): boolean => toForwarded(message) !== undefined;

/** The message as a draft of its own: texts and files; undefined for anything else. */
export function toForwarded({ type, content }: ShownMessage): Draft | undefined {
  if (type === 'text') {
    const parsed = textSchema.safeParse(content);
    return parsed.success ? { type, content: { body: parsed.data.body } } : undefined;
  }
  const media = mediaTypes.has(type) ? mediaSchema.safeParse(content) : undefined;
  if (!media?.success) return undefined;
  const { mediaId, caption, voice } = media.data;
  const request = {
    mediaId,
    ...(captionTypes.has(type) && caption ? { caption } : {}),
    ...(type === 'audio' && voice ? { voice } : {}),
  };
  return { type, content: { ...media.data }, request: { type, content: request } };
}
