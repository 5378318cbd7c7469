import { z } from 'zod';
import { phoneKind } from './kind.ts';
import { describeMedia, plainMediaSchema, requireMedia } from './media.ts';

export const stickerKind = phoneKind({
  schema: plainMediaSchema.extend({ animated: z.boolean().default(false) }),
  build: ({ mediaId, animated }, { simulation }) => ({
    type: 'sticker',
    content: { ...describeMedia(requireMedia(simulation, mediaId)), animated },
  }),
});
