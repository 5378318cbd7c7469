import { msg } from '@lingui/core/macro';
import { contentLimits } from '@renkei/contract';
import { bodyField, footerField, headerField } from '../../fields/header-field.ts';
import { defineForm } from '../form.ts';
import { repeatedButtons, replyButtonsField } from './reply-button.ts';

export const buttonsForm = defineForm({
  kind: 'buttons',
  group: 'questions',
  hint: msg`Up to three answers to tap`,
  fields: {
    header: headerField(),
    body: bodyField(),
    buttons: replyButtonsField({
      max: contentLimits.replyButtons,
      idLength: contentLimits.replyButtonId,
    }),
    footer: footerField(),
  },
  toContent: (values) => ({ kind: 'buttons', ...values }),
  faultsOf: ({ buttons }) => repeatedButtons(buttons, 'buttons'),
});
