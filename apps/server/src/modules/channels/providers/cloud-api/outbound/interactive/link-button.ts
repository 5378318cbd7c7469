import type { Outbound } from '../outbound.ts';
import { frame, frameFields, toWireLink } from './parts.ts';

export const outboundLinkButton: Outbound<'link_button'> = {
  source: 'Meta, Interactive call-to-action URL button messages (2026)',
  fields: {
    ...frameFields,
    'interactive.action.parameters.display_text': 'link.label',
    'interactive.action.parameters.url': 'link.url',
  },
  toWire: (content, references) => ({
    type: 'interactive',
    interactive: { type: 'cta_url', ...frame(content, references), action: toWireLink(content.link) },
  }),
};
