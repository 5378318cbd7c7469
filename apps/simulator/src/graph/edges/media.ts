import { createHmac } from 'node:crypto';
import type { Simulation } from '../../simulation.ts';
import type { Media } from '../../world/entities.ts';
import type { Edges, GraphCall } from '../graph-call.ts';
import { messagingScope, textParameter } from '../graph-call.ts';
import { unknownNode } from '../graph-error.ts';

export const mediaUrlLifeMs = 5 * 60 * 1000;

/** `/{media-id}`: its description with a short-lived URL, and its end. */
export const mediaEdges: Edges<'media'> = {
  'GET ': { scope: messagingScope, handle: describeMedia },
  'DELETE ': {
    scope: messagingScope,
    handle(call) {
      requireAlive(call);
      call.simulation.commit({ kind: 'media-removed', mediaId: call.node.id });
      return { success: true };
    },
  },
};

function describeMedia(call: GraphCall<Media>): unknown {
  requireAlive(call);
  const { simulation, node } = call;
  return {
    messaging_product: 'whatsapp',
    url: mediaUrl(simulation, node),
    mime_type: node.mimeType,
    sha256: node.sha256,
    file_size: node.sizeBytes,
    id: node.id,
  };
}

function requireAlive(call: GraphCall<Media>): void {
  const phoneNumberId = textParameter(call, 'phone_number_id');
  const isForeign = phoneNumberId !== undefined && phoneNumberId !== call.node.phoneNumberId;
  if (isForeign || call.node.expiresAt <= call.simulation.clock.now()) {
    throw unknownNode(call.method, call.node.id);
  }
}

/** A download URL on the simulator's own origin, good for 5 minutes of world time with a bearer token. */
export function mediaUrl(simulation: Simulation, media: Media, source?: 'webhook'): string {
  const expires = Math.floor((simulation.clock.now() + mediaUrlLifeMs) / 1000);
  const url = new URL('/whatsapp_business/attachments/', simulation.origin());
  url.searchParams.set('mid', media.id);
  if (source) url.searchParams.set('source', source);
  url.searchParams.set('ext', String(expires));
  url.searchParams.set('hash', urlHash(media, expires));
  return url.href;
}

/** Ties a URL to its media and its end; keyed by the content hash, which no URL shows. */
export function urlHash(media: Media, expires: number): string {
  return createHmac('sha256', media.sha256).update(`${media.id}/${expires}`).digest('base64url');
}
