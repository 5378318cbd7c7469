import type { Outbound } from '../outbound.ts';
import { frame, frameFields } from './parts.ts';

export const outboundLocationRequest: Outbound<'location_request'> = {
  source: 'Meta, Location request messages (2026)',
  fields: frameFields,
  toWire: (content, references) => ({
    type: 'interactive',
    interactive: {
      type: 'location_request_message',
      ...frame(content, references),
      action: { name: 'send_location' },
    },
  }),
};
