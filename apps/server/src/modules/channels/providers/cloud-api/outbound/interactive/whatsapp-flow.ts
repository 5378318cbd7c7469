import type { ContentOf } from '@renkei/contract';
import { given, type Outbound } from '../outbound.ts';
import { frame, frameFields } from './parts.ts';

export const outboundWhatsappFlow: Outbound<'whatsapp_flow'> = {
  source: 'Meta, Sending a Flow (2026)',
  fields: {
    ...frameFields,
    'interactive.action.parameters.flow_id': 'flow.id',
    'interactive.action.parameters.flow_name': 'flow.name',
    'interactive.action.parameters.flow_cta': 'button',
    'interactive.action.parameters.flow_token': 'token',
    'interactive.action.parameters.mode': 'mode',
    'interactive.action.parameters.flow_action_payload': 'opens',
  },
  toWire: (content, references) => ({
    type: 'interactive',
    interactive: {
      type: 'flow',
      ...frame(content, references),
      action: { name: 'flow', parameters: toParameters(content) },
    },
  }),
};

/** Without a screen the form's own endpoint is asked what to show. */
function toParameters({ flow, button, token, mode, opens }: ContentOf<'whatsapp_flow'>) {
  return {
    flow_message_version: '3',
    ...('id' in flow ? { flow_id: flow.id } : { flow_name: flow.name }),
    flow_cta: button,
    ...given('flow_token', token),
    ...given('mode', mode),
    flow_action: opens ? 'navigate' : 'data_exchange',
    ...given('flow_action_payload', opens && { screen: opens.screen, ...given('data', opens.data) }),
  };
}
