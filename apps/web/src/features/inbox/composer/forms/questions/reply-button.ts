import { msg } from '@lingui/core/macro';
import { contentLimits } from '@renkei/contract';
import { type Fault, wrong } from '../../fields/field.ts';
import { groupField } from '../../fields/group-field.tsx';
import { idField } from '../../fields/id-field.ts';
import { listField } from '../../fields/list-field.tsx';
import { textField } from '../../fields/text-field.tsx';
import { repeatedPlaces } from '../checks.ts';

interface ReplyButton {
  readonly id: string;
  readonly title: string;
}

/** Buttons whose tap comes back. */
export function replyButtonsField(limits: { readonly max: number; readonly idLength: number }) {
  return listField({
    label: msg`Buttons`,
    itemLabel: msg`Button`,
    add: msg`Add a button`,
    min: 1,
    max: limits.max,
    of: groupField({
      title: textField({ label: msg`Label`, limit: contentLimits.replyButtonTitle }),
      id: idField(limits.idLength),
    }),
  });
}

/** WhatsApp takes neither two buttons of one label nor two of one id. */
export function repeatedButtons(buttons: readonly ReplyButton[], path: string): readonly Fault[] {
  const titles = repeatedPlaces(buttons.map(({ title }) => title));
  const ids = repeatedPlaces(buttons.map(({ id }) => id));
  return [
    ...titles.map((place) => wrong(msg`Another button has this label`, `${path}.${place}.title`)),
    ...ids.map((place) => wrong(msg`Another one has this ID`, `${path}.${place}.id`)),
  ];
}
