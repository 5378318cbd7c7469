import { findBodyFault } from './limits.ts';
import type { TwilioOutbound } from './registry.ts';

export const outboundText: TwilioOutbound<'text'> = {
  findFault: ({ body }) => findBodyFault('body', body),
  toForm: ({ body }) => ({ Body: body }),
};
