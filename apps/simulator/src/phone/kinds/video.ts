import { phoneKind } from './kind.ts';
import { captionedMediaSchema, describeMedia, requireMedia } from './media.ts';

export const videoKind = phoneKind({
  schema: captionedMediaSchema,
  build: ({ mediaId, caption }, { simulation }) => ({
    type: 'video',
    content: { ...(caption ? { caption } : {}), ...describeMedia(requireMedia(simulation, mediaId)) },
  }),
});
