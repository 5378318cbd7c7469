import { msg } from '@lingui/core/macro';
import { contentLimits } from '@renkei/contract';
import { type Fault, missing, wrong } from '../../fields/field.ts';
import { groupField } from '../../fields/group-field.tsx';
import { bodyField, footerField, textOnlyHeaderField } from '../../fields/header-field.ts';
import { idField } from '../../fields/id-field.ts';
import { listField } from '../../fields/list-field.tsx';
import { optionalTextField, textField } from '../../fields/text-field.tsx';
import { repeatedPlaces } from '../checks.ts';
import { defineForm } from '../form.ts';

const row = groupField({
  title: textField({ label: msg`Title`, limit: contentLimits.listRowTitle }),
  description: optionalTextField({ label: msg`Description`, limit: contentLimits.listRowDescription }),
  id: idField(contentLimits.listRowId),
});

const section = groupField({
  title: optionalTextField({ label: msg`Heading`, limit: contentLimits.listSectionTitle }),
  rows: listField({
    label: msg`Rows`,
    itemLabel: msg`Row`,
    add: msg`Add a row`,
    min: 1,
    max: contentLimits.listRows,
    of: row,
  }),
});

export const listForm = defineForm({
  kind: 'list',
  group: 'questions',
  hint: msg`Up to ten rows, one to choose`,
  fields: {
    header: textOnlyHeaderField(),
    body: bodyField(contentLimits.listBody),
    button: textField({
      label: msg`Button that opens the list`,
      limit: contentLimits.listButton,
    }),
    sections: listField({
      label: msg`Sections`,
      itemLabel: msg`Section`,
      add: msg`Add a section`,
      min: 1,
      max: contentLimits.listSections,
      of: section,
    }),
    footer: footerField(),
  },
  toContent: (values) => ({ kind: 'list', ...values }),
  faultsOf: ({ sections }) => listFaults(sections),
});

interface Section {
  readonly title: string | undefined;
  readonly rows: readonly { readonly id: string }[];
}

function listFaults(sections: readonly Section[]): readonly Fault[] {
  const rows = sections.flatMap(({ rows: own }, place) =>
    own.map(({ id }, index) => ({ id, path: `sections.${place}.rows.${index}` })),
  );
  const limit = contentLimits.listRows;
  const repeated = repeatedPlaces(rows.map(({ id }) => id)).flatMap((place) => rows[place] ?? []);
  return [
    ...(rows.length > limit
      ? [wrong(msg`At most ${limit} rows in all sections together; now ${rows.length}`, 'sections')]
      : []),
    ...repeated.map(({ path }) => wrong(msg`Another one has this ID`, `${path}.id`)),
    ...sections.flatMap(({ title }, place) =>
      title === undefined && sections.length > 1
        ? [missing(msg`With several sections each needs a heading`, `sections.${place}.title`)]
        : [],
    ),
  ];
}
