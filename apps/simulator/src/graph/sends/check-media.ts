import type { PhoneNumber } from '../../world/entities.ts';
import { isSendable } from '../../world/media/is-sendable.ts';
import type { World } from '../../world/world.ts';
import type { GraphCall } from '../graph-call.ts';
import { GraphError } from '../graph-error.ts';
import type { MediaReference, SendRequest } from './parse-send.ts';

/** Every uploaded file must be this number's and not expired; throws 100. */
export function checkMediaIds(
  { simulation, node }: GraphCall<PhoneNumber>,
  type: string,
  media: readonly MediaReference[],
): void {
  for (const { id } of media) {
    if (id === undefined) continue;
    const stored = simulation.world.media.get(id);
    if (stored && stored.phoneNumberId === node.id && stored.expiresAt > simulation.clock.now()) continue;
    throw new GraphError(100, {
      message: `(#100) Param ${type}['id'] is not a valid whatsapp business account media attachment ID`,
    });
  }
}

/** Uploaded media must fit the kind it is sent as; a voice message must be OGG. Links are judged when fetched. */
export function canBeSent(world: World, { message }: SendRequest, { kind, id }: MediaReference): boolean {
  const media = id === undefined ? undefined : world.media.get(id);
  if (!media) return true;
  const isVoice = message.type === 'audio' && message.audio.voice === true;
  return isSendable(kind, media) && !(isVoice && !media.mimeType.startsWith('audio/ogg'));
}
