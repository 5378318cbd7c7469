import { msg } from '@lingui/core/macro';
import { optionalBodyField } from '../../fields/header-field.ts';
import { defineForm } from '../form.ts';

export const callPermissionRequestForm = defineForm({
  kind: 'call_permission_request',
  group: 'calls',
  hint: msg`Ask whether you may call`,
  fields: { body: optionalBodyField() },
  toContent: (values) => ({ kind: 'call_permission_request', ...values }),
  isFor: ({ isGroup }) => !isGroup,
});
