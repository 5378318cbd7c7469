import type { Outbound } from '../outbound.ts';
import { frame, frameFields } from './parts.ts';

export const outboundCallPermissionRequest: Outbound<'call_permission_request'> = {
  source: 'Meta, Obtain user call permissions (2025-11-13)',
  fields: frameFields,
  toWire: (content, references) => ({
    type: 'interactive',
    interactive: {
      type: 'call_permission_request',
      ...frame(content, references),
      action: { name: 'call_permission_request' },
    },
  }),
};
