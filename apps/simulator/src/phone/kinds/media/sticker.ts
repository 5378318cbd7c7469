import { phoneKind } from '../kind.ts';
import { attachMedia, describeMedia, plainMediaSchema } from './media.ts';

/** Whether it moves was read from the file. */
export const stickerKind = phoneKind({
  schema: plainMediaSchema,
  build({ mediaId }, context) {
    const media = attachMedia(context, mediaId);
    return { type: 'sticker', content: { ...describeMedia(media), animated: media.animated } };
  },
});
