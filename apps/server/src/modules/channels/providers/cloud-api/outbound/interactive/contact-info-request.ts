import type { Outbound } from '../outbound.ts';
import { frame, frameFields } from './parts.ts';

export const outboundContactInfoRequest: Outbound<'contact_info_request'> = {
  source: 'Meta, Business-scoped user IDs: request contact info (2026-05)',
  fields: frameFields,
  toWire: (content, references) => ({
    type: 'interactive',
    interactive: {
      type: 'request_contact_info',
      ...frame(content, references),
      action: { name: 'request_contact_info' },
    },
  }),
};
