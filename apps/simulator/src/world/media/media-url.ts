import { createHmac } from 'node:crypto';
import { mediaRetention } from '@renkei/graph-api';
import type { Simulation } from '../../simulation.ts';
import type { Media } from '../entities.ts';

const lifeMs = mediaRetention.downloadUrlMinutes * 60 * 1000;

/** A download URL on the simulator's own origin, good for 5 minutes of world time with a bearer token. */
export function mediaUrl(
  { clock, origin }: Pick<Simulation, 'clock' | 'origin'>,
  media: Media,
  source?: 'webhook',
): string {
  const expires = Math.floor((clock.now() + lifeMs) / 1000);
  const url = new URL('/whatsapp_business/attachments/', origin());
  url.searchParams.set('mid', media.id);
  if (source) url.searchParams.set('source', source);
  url.searchParams.set('ext', String(expires));
  url.searchParams.set('hash', mediaUrlHash(media, expires));
  return url.href;
}

/** Ties a URL to its media and its end; keyed by the content's hash, which no URL shows. */
export function mediaUrlHash(media: Media, expires: number): string {
  return createHmac('sha256', media.sha256).update(`${media.id}/${expires}`).digest('base64url');
}
