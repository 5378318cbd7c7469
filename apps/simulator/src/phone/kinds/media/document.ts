import { z } from 'zod';
import { phoneKind } from '../kind.ts';
import { attachMedia, captionedMediaSchema, describeMedia } from './media.ts';

export const documentKind = phoneKind({
  schema: captionedMediaSchema.extend({ filename: z.string().optional() }),
  build({ mediaId, caption, filename }, context) {
    const media = attachMedia(context, mediaId);
    const name = filename ?? media.filename;
    const optional = { ...(caption ? { caption } : {}), ...(name ? { filename: name } : {}) };
    return { type: 'document', content: { ...optional, ...describeMedia(media) } };
  },
});
