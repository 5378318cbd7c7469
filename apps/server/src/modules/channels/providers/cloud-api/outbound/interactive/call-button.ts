import type { ContentOf } from '@renkei/contract';
import { given, type Outbound } from '../outbound.ts';
import { frame, frameFields } from './parts.ts';

export const outboundCallButton: Outbound<'call_button'> = {
  source: 'Meta, Call button messages and deep links (2025-11-14)',
  fields: {
    ...frameFields,
    'interactive.action.parameters.display_text': 'label',
    'interactive.action.parameters.ttl_minutes': 'ttlMinutes',
    'interactive.action.parameters.payload': 'payload',
  },
  toWire: (content, references) => ({
    type: 'interactive',
    interactive: {
      type: 'voice_call',
      ...frame({ body: content.body }, references),
      action: { name: 'voice_call', ...toParameters(content) },
    },
  }),
};

function toParameters({ label, ttlMinutes, payload }: ContentOf<'call_button'>) {
  const parameters = {
    ...given('display_text', label),
    ...given('ttl_minutes', ttlMinutes),
    ...given('payload', payload),
  };
  return given('parameters', Object.keys(parameters).length > 0 ? parameters : undefined);
}
