import { msg } from '@lingui/core/macro';
import { contentLimits } from '@renkei/contract';
import { choiceField } from '../../fields/choice-field.tsx';
import { bodyField, footerField } from '../../fields/header-field.ts';
import { optionalTextField } from '../../fields/text-field.tsx';
import { defineForm } from '../form.ts';
import { referenceField } from './order-fields.tsx';

export const orderStatusForm = defineForm({
  kind: 'order_status',
  group: 'payments',
  hint: msg`How an invoiced order stands`,
  fields: {
    referenceId: referenceField(),
    status: choiceField({
      label: msg`State of the order`,
      choices: {
        processing: msg`Being prepared`,
        pending: msg`Pending`,
        partially_shipped: msg`Partly shipped`,
        shipped: msg`Shipped`,
        completed: msg`Completed`,
        canceled: msg`Cancelled`,
      },
    }),
    body: bodyField(),
    description: optionalTextField({
      label: msg`Description`,
      limit: contentLimits.orderStatusDescription,
    }),
    footer: footerField(),
  },
  toContent: (values) => ({ kind: 'order_status', ...values }),
  isFor: ({ isGroup }) => !isGroup,
});
