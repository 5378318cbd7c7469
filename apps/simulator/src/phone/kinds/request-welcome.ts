import { z } from 'zod';
import { phoneKind } from './kind.ts';

/** The chat is opened for the first time; asked for by `enable_welcome_message`. The message has no object. */
export const requestWelcomeKind = phoneKind({
  schema: z.strictObject({}).optional(),
  build: () => ({ type: 'request_welcome', content: undefined, silent: true }),
});
