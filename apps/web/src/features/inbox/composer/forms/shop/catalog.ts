import { msg } from '@lingui/core/macro';
import { bodyField, footerField } from '../../fields/header-field.ts';
import { defineForm } from '../form.ts';
import { optionalThumbnailField } from './catalog-fields.ts';

export const catalogForm = defineForm({
  kind: 'catalog',
  group: 'shop',
  hint: msg`A button that opens the whole catalog`,
  fields: { body: bodyField(), thumbnailProductId: optionalThumbnailField(), footer: footerField() },
  toContent: (values) => ({ kind: 'catalog', ...values }),
});
