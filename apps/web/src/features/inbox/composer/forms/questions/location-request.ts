import { msg } from '@lingui/core/macro';
import { bodyField } from '../../fields/header-field.ts';
import { defineForm } from '../form.ts';

export const locationRequestForm = defineForm({
  kind: 'location_request',
  group: 'questions',
  hint: msg`Ask where the customer is`,
  fields: { body: bodyField() },
  toContent: (values) => ({ kind: 'location_request', ...values }),
});
