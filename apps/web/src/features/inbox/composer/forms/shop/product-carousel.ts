import { msg } from '@lingui/core/macro';
import { contentLimits } from '@renkei/contract';
import { bodyField } from '../../fields/header-field.ts';
import { defineForm } from '../form.ts';
import { catalogIdField, productIdsField } from './catalog-fields.ts';

export const productCarouselForm = defineForm({
  kind: 'product_carousel',
  group: 'shop',
  hint: msg`Two to ten products to swipe through`,
  fields: {
    body: bodyField(),
    productIds: productIdsField({
      min: contentLimits.carouselCardsMin,
      max: contentLimits.carouselCards,
    }),
    catalogId: catalogIdField(),
  },
  toContent: (values) => ({ kind: 'product_carousel', ...values }),
});
