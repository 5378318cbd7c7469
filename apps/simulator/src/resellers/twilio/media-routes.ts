import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Media } from '../../world/entities.ts';
import { paramsOf, type TwilioDoor } from './door.ts';
import { idOf } from './sids.ts';
import { notFound } from './twilio-error.ts';

/** Files of messages: the address asks for the account, and sends on to one that holds its own key. */
export function addMediaRoutes(server: FastifyInstance, { simulation, authenticate }: TwilioDoor): void {
  const { world, origin, media: store } = simulation;
  server.get('/2010-04-01/Accounts/:account/Messages/:message/Media/:sid', (request, reply) => {
    const { account } = authenticate(request);
    const file = world.media.get(idOf(paramsOf(request).sid ?? ''));
    const isOwn = file && account.senders.some(({ phoneNumberId }) => phoneNumberId === file.phoneNumberId);
    if (!isOwn) throw notFound(request.url);
    return reply.redirect(`${origin()}/twilio-files/${file.id}/${keyOf(file)}`, 307);
  });
  server.get('/twilio-files/:id/:key', (request, reply) => {
    const { id = '', key } = paramsOf(request);
    const file = world.media.get(id);
    const bytes = file && key === keyOf(file) ? store.open(file.sha256) : undefined;
    if (!file || !bytes) throw notFound(request.url);
    return reply.header('content-type', file.mimeType).header('content-length', file.sizeBytes).send(bytes);
  });
}

function keyOf({ id, sha256 }: Media): string {
  return createHmac('sha256', sha256).update(id).digest('base64url');
}
