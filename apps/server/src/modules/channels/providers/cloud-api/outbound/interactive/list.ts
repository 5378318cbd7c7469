import { given, type Outbound } from '../outbound.ts';
import { frame, frameFields } from './parts.ts';

export const outboundList: Outbound<'list'> = {
  source: 'Meta, Interactive list messages (2026)',
  fields: {
    ...frameFields,
    'interactive.action.button': 'button',
    'interactive.action.sections': 'sections',
  },
  toWire: (content, references) => ({
    type: 'interactive',
    interactive: {
      type: 'list',
      ...frame(content, references),
      action: {
        button: content.button,
        sections: content.sections.map(({ title, rows }) => ({
          ...given('title', title),
          rows: rows.map(({ id, title: row, description }) => ({
            id,
            title: row,
            ...given('description', description),
          })),
        })),
      },
    },
  }),
};
