import { msg } from '@lingui/core/macro';
import type { Field } from './field.ts';
import { textField } from './text-field.tsx';

/** What comes back with the customer's tap. Made up by itself; who reads answers by machine may say their own. */
export function idField(limit: number): Field<string> {
  return textField({
    label: msg`ID`,
    description: msg`Comes back with the answer`,
    limit,
    isAdvanced: true,
    initial: () => crypto.randomUUID().slice(0, 8),
  });
}
