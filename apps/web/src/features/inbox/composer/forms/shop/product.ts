import { msg } from '@lingui/core/macro';
import { footerField, optionalBodyField } from '../../fields/header-field.ts';
import { defineForm } from '../form.ts';
import { catalogIdField, productIdField } from './catalog-fields.ts';

export const productForm = defineForm({
  kind: 'product',
  group: 'shop',
  hint: msg`One product of the catalog`,
  fields: {
    productId: productIdField(),
    catalogId: catalogIdField(),
    body: optionalBodyField(),
    footer: footerField(),
  },
  toContent: (values) => ({ kind: 'product', ...values }),
});
