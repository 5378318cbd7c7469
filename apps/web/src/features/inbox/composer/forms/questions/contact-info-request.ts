import { msg } from '@lingui/core/macro';
import { bodyField } from '../../fields/header-field.ts';
import { defineForm } from '../form.ts';

export const contactInfoRequestForm = defineForm({
  kind: 'contact_info_request',
  group: 'questions',
  hint: msg`Ask for the customer's telephone number`,
  fields: { body: bodyField() },
  toContent: (values) => ({ kind: 'contact_info_request', ...values }),
  isFor: ({ isGroup }) => !isGroup,
});
