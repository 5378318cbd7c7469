import { z } from 'zod';
import { phoneKind } from './kind.ts';

export const textKind = phoneKind({
  schema: z.strictObject({ body: z.string().min(1).max(65_536) }),
  build: ({ body }) => ({ type: 'text', content: { body } }),
});
