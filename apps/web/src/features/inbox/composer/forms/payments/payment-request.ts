import { msg } from '@lingui/core/macro';
import type { Header } from '@renkei/contract';
import { bodyField, footerField, lineHeader, mediaHeader } from '../../fields/header-field.ts';
import { variantField } from '../../fields/variant-field.tsx';
import { defineForm } from '../form.ts';
import { orderField } from './order-fields.tsx';

type PaymentHeader = Extract<Header, { type: 'text' | 'image' }> | undefined;

export const paymentRequestForm = defineForm({
  kind: 'payment_request',
  group: 'payments',
  hint: msg`An invoice that can be paid in the chat`,
  fields: {
    header: variantField<PaymentHeader>({
      label: msg`Header`,
      variants: {
        none: { label: msg`None`, field: null },
        text: { label: msg`Text`, field: lineHeader() },
        image: { label: msg`Image`, field: mediaHeader('image') },
      },
    }),
    body: bodyField(),
    order: orderField(),
    footer: footerField(),
  },
  toContent: (values) => ({ kind: 'payment_request', ...values }),
  isFor: ({ isGroup }) => !isGroup,
});
