import { mediaRetention } from '@renkei/graph-api';
import type { Simulation } from '../../simulation.ts';
import type { JsonObject } from '../entities.ts';
import { describeFile } from '../media/describe-file.ts';
import type { PastMessage } from './business-app.ts';

const mediaTypes: ReadonlySet<string> = new Set(['image', 'video', 'audio', 'document', 'sticker']);

export function isMedia(type: string): boolean {
  return mediaTypes.has(type);
}

/** The media object with a file behind it: the one it names, or for an image without one a picture of one pixel. */
export function shownMedia(
  { world, media: store, random, clock, commit }: Simulation,
  phoneNumberId: string,
  { type, content }: PastMessage,
): JsonObject {
  const known = world.media.get(String(content.id));
  if (!known && type !== 'image') return content;
  const media = known ?? {
    id: random.digits(16),
    phoneNumberId,
    ...describeFile(store, pixel, 'image/png'),
    origin: 'customer' as const,
    expiresAt: clock.now() + mediaRetention.webhookIdDays * dayMs,
  };
  commit({ kind: 'media', media: { ...media, phoneNumberId } });
  const { id, mimeType, sha256 } = media;
  return { ...content, id, mime_type: mimeType, sha256: Buffer.from(sha256, 'hex').toString('base64') };
}

const dayMs = 24 * 60 * 60 * 1000;

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);
