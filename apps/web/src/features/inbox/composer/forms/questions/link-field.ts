import { msg } from '@lingui/core/macro';
import { contentLimits } from '@renkei/contract';
import { groupField } from '../../fields/group-field.tsx';
import { textField } from '../../fields/text-field.tsx';
import { checkWebAddress } from '../checks.ts';

/** A button that opens a web page. */
export function linkField() {
  return groupField({
    label: textField({ label: msg`Button label`, limit: contentLimits.ctaUrlButton }),
    url: textField({
      label: msg`Web address`,
      inputType: 'url',
      placeholder: 'https://',
      check: checkWebAddress,
    }),
  });
}
