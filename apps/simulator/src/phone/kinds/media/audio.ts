import { z } from 'zod';
import { phoneKind } from '../kind.ts';
import { attachMedia, describeMedia, plainMediaSchema } from './media.ts';

/** A sound file, or with `voice` a recorded voice note, which WhatsApp always makes OGG with OPUS. */
export const audioKind = phoneKind({
  schema: plainMediaSchema.extend({ voice: z.boolean().default(false) }),
  build({ mediaId, voice }, context) {
    const media = describeMedia(attachMedia(context, mediaId));
    const mimeType = media.mime_type === 'audio/ogg' ? 'audio/ogg; codecs=opus' : media.mime_type;
    return { type: 'audio', content: { ...media, mime_type: mimeType, voice } };
  },
});
