import { z } from 'zod';
import { phoneKind } from './kind.ts';

export const locationKind = phoneKind({
  schema: z.strictObject({
    latitude: z.number().min(-90).max(90),
    longitude: z.number().min(-180).max(180),
    name: z.string().optional(),
    address: z.string().optional(),
    url: z.string().optional(),
  }),
  build: (content) => ({ type: 'location', content }),
});
