import { isAnimatedWebp } from '../../../world/media/webp.ts';
import { phoneKind } from '../kind.ts';
import { attachMedia, describeMedia, plainMediaSchema } from './media.ts';

/** Whether it moves is read from the file. */
export const stickerKind = phoneKind({
  schema: plainMediaSchema,
  build({ mediaId }, context) {
    const media = attachMedia(context, mediaId);
    const bytes = context.simulation.media.get(media.sha256);
    const animated = bytes !== undefined && isAnimatedWebp(bytes);
    return { type: 'sticker', content: { ...describeMedia(media), animated } };
  },
});
