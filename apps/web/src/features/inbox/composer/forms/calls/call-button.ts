import { msg } from '@lingui/core/macro';
import { contentLimits } from '@renkei/contract';
import { bodyField } from '../../fields/header-field.ts';
import { optionalNumberField } from '../../fields/number-field.tsx';
import { optionalTextField } from '../../fields/text-field.tsx';
import { defineForm } from '../form.ts';

export const callButtonForm = defineForm({
  kind: 'call_button',
  group: 'calls',
  hint: msg`A button with which the customer calls you`,
  fields: {
    body: bodyField(),
    label: optionalTextField({
      label: msg`Button label`,
      limit: contentLimits.voiceCallButton,
    }),
    ttlMinutes: optionalNumberField({
      label: msg`Minutes for which it works`,
      description: msg`10,080 (a week) if nothing is given`,
      min: 1,
      max: contentLimits.voiceCallTtlMinutes,
    }),
    payload: optionalTextField({
      label: msg`Payload`,
      description: msg`Comes back with the call`,
      limit: contentLimits.voiceCallPayload,
      isAdvanced: true,
    }),
  },
  toContent: (values) => ({ kind: 'call_button', ...values }),
  isFor: ({ isGroup }) => !isGroup,
});
