import type { Outbound } from '../outbound.ts';

export const outboundText: Outbound<'text'> = {
  source: 'Meta, Text messages (2026-05-21)',
  fields: { 'text.body': 'body', 'text.preview_url': 'previewUrl' },
  toWire: ({ body, previewUrl }) => ({
    type: 'text',
    text: { body, ...(previewUrl ? { preview_url: true } : {}) },
  }),
};
