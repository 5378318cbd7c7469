import { z } from 'zod';
import { phoneKind } from './kind.ts';

/** What the API cannot carry, such as a poll: arrives as `unsupported` with error 131051. */
export const unsupportedKind = phoneKind({
  schema: z.strictObject({ type: z.string().default('poll_creation') }),
  build: ({ type }) => ({ type: 'unsupported', content: { type } }),
});
