import { msg } from '@lingui/core/macro';
import { contentLimits } from '@renkei/contract';
import { bodyField, footerField } from '../../fields/header-field.ts';
import { textField } from '../../fields/text-field.tsx';
import { defineForm } from '../form.ts';
import { catalogIdField, productSectionsField, sectionFaults } from './catalog-fields.ts';

export const productListForm = defineForm({
  kind: 'product_list',
  group: 'shop',
  hint: msg`Up to thirty products in sections`,
  fields: {
    header: textField({ label: msg`Header`, limit: contentLimits.headerText }),
    body: bodyField(),
    sections: productSectionsField(),
    catalogId: catalogIdField(),
    footer: footerField(),
  },
  toContent: (values) => ({ kind: 'product_list', ...values }),
  faultsOf: ({ sections }) => sectionFaults(sections, 'sections'),
});
