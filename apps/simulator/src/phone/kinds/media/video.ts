import { phoneKind } from '../kind.ts';
import { attachMedia, captionedMediaSchema, describeMedia } from './media.ts';

export const videoKind = phoneKind({
  schema: captionedMediaSchema,
  build: ({ mediaId, caption }, context) => ({
    type: 'video',
    content: { ...(caption ? { caption } : {}), ...describeMedia(attachMedia(context, mediaId)) },
  }),
});
