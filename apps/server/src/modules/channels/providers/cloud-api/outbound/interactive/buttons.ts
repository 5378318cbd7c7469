import type { Outbound } from '../outbound.ts';
import { frame, frameFields } from './parts.ts';

export const outboundButtons: Outbound<'buttons'> = {
  source: 'Meta, Interactive reply buttons messages (2026)',
  fields: {
    ...frameFields,
    'interactive.action.buttons': 'buttons',
    'interactive.action.buttons[].reply': 'buttons[]',
  },
  toWire: (content, references) => ({
    type: 'interactive',
    interactive: {
      type: 'button',
      ...frame(content, references),
      action: { buttons: content.buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })) },
    },
  }),
};
