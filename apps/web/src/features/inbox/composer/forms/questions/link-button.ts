import { msg } from '@lingui/core/macro';
import { bodyField, footerField, headerField } from '../../fields/header-field.ts';
import { defineForm } from '../form.ts';
import { linkField } from './link-field.ts';

export const linkButtonForm = defineForm({
  kind: 'link_button',
  group: 'questions',
  hint: msg`A button that opens a web page`,
  fields: { header: headerField(), body: bodyField(), link: linkField(), footer: footerField() },
  toContent: (values) => ({ kind: 'link_button', ...values }),
});
