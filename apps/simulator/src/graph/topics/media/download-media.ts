import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Simulation } from '../../../simulation.ts';
import { mediaUrlHash } from '../../../world/media/media-url.ts';
import { GraphError } from '../../graph-error.ts';
import { authenticate } from '../../tokens/authenticate.ts';

/**
 * The download behind a media URL: bearer token needed (401), and gone after 5 minutes of world time (404). Meta's
 * download host answers with an empty body, not with Graph's envelope.
 */
export function downloadMedia(
  simulation: Simulation,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const bearer = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const refused = refusal(simulation, bearer);
  if (refused) return reply.status(401).send();
  return sendMedia(simulation, request, reply);
}

/** To whoever may have it. */
export function sendMedia(
  simulation: Simulation,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const query = new URL(request.url, simulation.origin()).searchParams;
  const media = simulation.world.media.get(query.get('mid') ?? '');
  const expires = Number(query.get('ext'));
  const now = simulation.clock.now();
  const isGood = media && query.get('hash') === mediaUrlHash(media, expires) && now < expires * 1000;
  const bytes = isGood && media.expiresAt > now ? simulation.media.open(media.sha256) : undefined;
  if (!media || !bytes) return reply.status(404).send();
  return reply
    .header('content-type', media.mimeType)
    .header('content-length', media.sizeBytes)
    .header('content-disposition', `attachment;filename=${media.id}`)
    .send(bytes);
}

function refusal(simulation: Simulation, token: string | undefined): boolean {
  try {
    authenticate(simulation, token, undefined);
    return false;
  } catch (error) {
    if (error instanceof GraphError) return true;
    throw error;
  }
}
