import type { Media } from '../../world/entities.ts';
import { mediaUrl } from '../../world/media/media-url.ts';
import type { Edges, GraphCall } from '../graph-call.ts';
import { messagingScope, textParameter } from '../graph-call.ts';
import { unknownNode } from '../graph-error.ts';

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
