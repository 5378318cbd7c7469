import { z } from 'zod';
import { phoneKind } from './kind.ts';
import { captionedMediaSchema, describeMedia, requireMedia } from './media.ts';

export const documentKind = phoneKind({
  schema: captionedMediaSchema.extend({ filename: z.string().optional() }),
  build({ mediaId, caption, filename }, { simulation }) {
    const media = requireMedia(simulation, mediaId);
    const name = filename ?? media.filename;
    return {
      type: 'document',
      content: {
        ...(caption ? { caption } : {}),
        ...(name ? { filename: name } : {}),
        ...describeMedia(media),
      },
    };
  },
});
