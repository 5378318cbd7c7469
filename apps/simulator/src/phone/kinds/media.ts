import { z } from 'zod';
import { Refusal } from '../../refusal.ts';
import type { Simulation } from '../../simulation.ts';
import type { Media } from '../../world/entities.ts';

const mediaId = z.string().min(1);

/** What a phone gives for a file it uploaded before. */
export const plainMediaSchema = z.strictObject({ mediaId });
export const captionedMediaSchema = z.strictObject({ mediaId, caption: z.string().max(65_536).optional() });

export function requireMedia({ world }: Simulation, id: string): Media {
  const media = world.media.get(id);
  if (!media) throw new Refusal(404, `No media ${id}: upload the file first`);
  return media;
}

/** Webhooks carry the digest in base64 (the media node shows hex), and a URL since November 2025. */
export function describeMedia(media: Media) {
  return {
    mime_type: media.mimeType,
    sha256: Buffer.from(media.sha256, 'hex').toString('base64'),
    id: media.id,
  };
}
