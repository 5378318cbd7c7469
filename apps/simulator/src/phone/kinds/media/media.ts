import { mediaRetention } from '@renkei/graph-api';
import { z } from 'zod';
import { Refusal } from '../../../refusal.ts';
import type { Media } from '../../../world/entities.ts';
import type { KindContext } from '../kind.ts';

const mediaId = z.string().min(1);
const caption = z.string().max(65_536).optional();

/** What a phone gives for a file it uploaded before. */
export const plainMediaSchema = z.strictObject({ mediaId });
export const captionedMediaSchema = plainMediaSchema.extend({ caption });

const dayMs = 24 * 60 * 60 * 1000;

/**
 * The file under a media id of its own for this message and number, good for 7 days: an id belongs to the number
 * that received it.
 */
export function attachMedia({ simulation, phoneNumberId }: KindContext, uploadedId: string): Media {
  const uploaded = simulation.world.media.get(uploadedId);
  if (!uploaded) throw new Refusal(404, `No media ${uploadedId}: upload the file first`);
  const media = {
    ...uploaded,
    id: simulation.random.digits(16),
    phoneNumberId,
    expiresAt: simulation.clock.now() + mediaRetention.webhookIdDays * dayMs,
  };
  simulation.commit({ kind: 'media', media });
  return media;
}

/** A media object as webhooks carry it: the digest in base64, where the media node shows hex. */
export function describeMedia(media: Media) {
  return {
    mime_type: media.mimeType,
    sha256: Buffer.from(media.sha256, 'hex').toString('base64'),
    id: media.id,
  };
}
