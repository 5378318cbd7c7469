import { z } from 'zod';
import { phoneKind } from './kind.ts';
import { describeMedia, plainMediaSchema, requireMedia } from './media.ts';

/** A sound file, or with `voice` a recorded voice note, which WhatsApp always makes OGG with OPUS. */
export const audioKind = phoneKind({
  schema: plainMediaSchema.extend({ voice: z.boolean().default(false) }),
  build({ mediaId, voice }, { simulation }) {
    const media = describeMedia(requireMedia(simulation, mediaId));
    const isOgg = media.mime_type.startsWith('audio/ogg');
    const mimeType = isOgg ? 'audio/ogg; codecs=opus' : media.mime_type;
    return { type: 'audio', content: { ...media, mime_type: mimeType, voice } };
  },
});
