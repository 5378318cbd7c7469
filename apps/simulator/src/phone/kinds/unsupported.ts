import { z } from 'zod';
import { phoneKind } from './kind.ts';

const error = {
  code: 131051,
  title: 'Message type unknown',
  message: 'Message type unknown',
  error_data: { details: 'Message type is currently not supported.' },
};

/** What the API cannot carry, such as a poll or an edit: arrives as `unsupported` with error 131051. */
export const unsupportedKind = phoneKind({
  schema: z.strictObject({ type: z.string().default('poll_creation') }),
  build: ({ type }) => ({ type: 'unsupported', content: { type }, extra: { errors: [error] } }),
});
