import { msg } from '@lingui/core/macro';
import { contentLimits } from '@renkei/contract';
import { groupField } from '../../fields/group-field.tsx';
import { bodyField, footerField, headerField } from '../../fields/header-field.ts';
import { idField } from '../../fields/id-field.ts';
import { listField } from '../../fields/list-field.tsx';
import { optionalField } from '../../fields/optional-field.tsx';
import { optionalTextField } from '../../fields/text-field.tsx';
import { defineForm } from '../form.ts';

/** The lines of Meta's Indian address form. Source: Meta, "Address messages" (2026). */
const addressLines = groupField(
  {
    name: optionalTextField({ label: msg`Name` }),
    phone_number: optionalTextField({ label: msg`Telephone number` }),
    in_pin_code: optionalTextField({ label: msg`PIN code` }),
    house_number: optionalTextField({ label: msg`House number` }),
    floor_number: optionalTextField({ label: msg`Floor` }),
    tower_number: optionalTextField({ label: msg`Tower` }),
    building_name: optionalTextField({ label: msg`Building` }),
    address: optionalTextField({ label: msg`Street` }),
    landmark_area: optionalTextField({ label: msg`Landmark or area` }),
    city: optionalTextField({ label: msg`City` }),
    state: optionalTextField({ label: msg`State or province` }),
  },
  { label: msg`Fill in what is known already`, isInline: true },
);

export const addressRequestForm = defineForm({
  kind: 'address_request',
  group: 'questions',
  hint: msg`Ask for a postal address; in India only`,
  fields: {
    header: headerField(),
    body: bodyField(),
    values: optionalField(addressLines),
    saved: listField({
      label: msg`Addresses to choose from`,
      itemLabel: msg`Address`,
      add: msg`Add an address`,
      min: 0,
      max: 10,
      of: groupField({ values: addressLines, id: idField(contentLimits.replyButtonId) }),
      isAdvanced: true,
    }),
    faults: optionalField({
      ...addressLines,
      label: msg`Say what was wrong with an earlier answer`,
      isAdvanced: true,
    }),
    footer: footerField(),
  },
  toContent: ({ values, saved, faults, ...framed }) => ({
    kind: 'address_request',
    ...framed,
    country: 'IN',
    values: filled(values),
    savedAddresses:
      saved.length === 0
        ? undefined
        : saved.map((address) => ({ id: address.id, values: filled(address.values) ?? {} })),
    faults: filled(faults),
  }),
  isFor: ({ isGroup }) => !isGroup,
});

function filled(lines: Readonly<Record<string, string | undefined>> | undefined) {
  const written = Object.entries(lines ?? {}).flatMap(([name, line]) =>
    line === undefined ? [] : [[name, line] as const],
  );
  return written.length === 0 ? undefined : Object.fromEntries(written);
}
