import type { Outbound } from './outbound.ts';

export const outboundText: Outbound<'text'> = ({ body, previewUrl }) => ({
  type: 'text',
  text: { body, ...(previewUrl ? { preview_url: true } : {}) },
});
