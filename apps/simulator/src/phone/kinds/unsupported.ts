import { z } from 'zod';
import { phoneKind } from './kind.ts';

/** Why Meta does not pass a message on (cloud-api: error codes, inbound). */
const reasons = {
  131051: {
    title: 'Message type unknown',
    details: 'Message type is currently not supported.',
  },
  131060: {
    title: 'This message is currently unavailable',
    details: 'The message was sent from a device that is not supported.',
  },
  130501: {
    title: 'Message type is not currently supported',
    details: 'Message type is not supported in groups.',
  },
} as const;

type Reason = keyof typeof reasons;

/** What the API cannot carry, such as a poll or a view-once picture: arrives as `unsupported` with an error. */
export const unsupportedKind = phoneKind({
  schema: z.strictObject({
    /** Meta's word for it; the list is open. */
    type: z.string().default('poll_creation'),
    code: z.literal([131051, 131060, 130501]).default(131051),
  }),
  build: ({ type, code }) => buildUnsupported(type, code),
});

export function buildUnsupported(type: string, code: Reason = 131051) {
  const { title, details } = reasons[code];
  return {
    type: 'unsupported',
    content: { type },
    extra: { errors: [{ code, title, message: title, error_data: { details } }] },
  };
}
