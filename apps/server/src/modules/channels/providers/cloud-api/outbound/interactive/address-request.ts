import { given, type Outbound } from '../outbound.ts';
import { frame, frameFields } from './parts.ts';

export const outboundAddressRequest: Outbound<'address_request'> = {
  source: 'Meta, Address messages (2026)',
  fields: {
    ...frameFields,
    'interactive.action.parameters.country': 'country',
    'interactive.action.parameters.values': 'values',
    'interactive.action.parameters.saved_addresses': 'savedAddresses',
    'interactive.action.parameters.saved_addresses[].value': 'savedAddresses[].values',
    'interactive.action.parameters.validation_errors': 'faults',
  },
  toWire: (content, references) => ({
    type: 'interactive',
    interactive: {
      type: 'address_message',
      ...frame(content, references),
      action: {
        name: 'address_message',
        parameters: {
          country: content.country,
          ...given('values', content.values),
          ...given(
            'saved_addresses',
            content.savedAddresses?.map(({ id, values }) => ({ id, value: values })),
          ),
          ...given('validation_errors', content.faults),
        },
      },
    },
  }),
};
