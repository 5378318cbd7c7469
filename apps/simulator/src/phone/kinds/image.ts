import { phoneKind } from './kind.ts';
import { captionedMediaSchema, describeMedia, requireMedia } from './media.ts';

export const imageKind = phoneKind({
  schema: captionedMediaSchema,
  build: ({ mediaId, caption }, { simulation }) => ({
    type: 'image',
    content: { ...(caption ? { caption } : {}), ...describeMedia(requireMedia(simulation, mediaId)) },
  }),
});
