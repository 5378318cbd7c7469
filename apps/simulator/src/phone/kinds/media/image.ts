import { phoneKind } from '../kind.ts';
import { attachMedia, captionedMediaSchema, describeMedia } from './media.ts';

export const imageKind = phoneKind({
  schema: captionedMediaSchema,
  build: ({ mediaId, caption }, context) => ({
    type: 'image',
    content: { ...(caption ? { caption } : {}), ...describeMedia(attachMedia(context, mediaId)) },
  }),
});
