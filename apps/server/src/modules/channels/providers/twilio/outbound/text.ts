import type { TwilioOutbound } from './define.ts';
import { findBodyFault } from './limits.ts';

export const outboundText: TwilioOutbound<'text'> = {
  findFault: ({ body }) => findBodyFault('body', body),
  toForm: ({ body }) => ({ Body: body }),
};
