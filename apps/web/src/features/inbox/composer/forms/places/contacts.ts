import { msg } from '@lingui/core/macro';
import { type ContactCard, contentLimits } from '@renkei/contract';
import { type Fault, missing } from '../../fields/field.ts';
import { groupField } from '../../fields/group-field.tsx';
import { listField } from '../../fields/list-field.tsx';
import { optionalTextField, textField } from '../../fields/text-field.tsx';
import { checkPhoneNumber, checkWebAddress } from '../checks.ts';
import { defineForm } from '../form.ts';

const phones = listField({
  label: msg`Telephone numbers`,
  itemLabel: msg`Number`,
  add: msg`Add a number`,
  min: 1,
  max: 20,
  of: groupField(
    {
      number: textField({
        label: msg`Telephone number`,
        inputType: 'tel',
        placeholder: '+81 90 1234 5678',
        check: checkPhoneNumber,
      }),
      label: optionalTextField({ label: msg`Label`, placeholder: 'WORK' }),
    },
    { isInline: true },
  ),
});

const emails = listField({
  label: msg`E-mail addresses`,
  itemLabel: msg`E-mail address`,
  add: msg`Add an e-mail address`,
  min: 0,
  max: 20,
  of: textField({
    label: msg`E-mail address`,
    inputType: 'email',
    check: (text) => (/^\S+@\S+$/.test(text) ? null : msg`An e-mail address, such as name@example.com`),
  }),
});

const addresses = listField({
  label: msg`Postal addresses`,
  itemLabel: msg`Address`,
  add: msg`Add a postal address`,
  min: 0,
  max: 10,
  isAdvanced: true,
  of: groupField(
    {
      street: optionalTextField({ label: msg`Street` }),
      city: optionalTextField({ label: msg`City` }),
      state: optionalTextField({ label: msg`State or province` }),
      zip: optionalTextField({ label: msg`Postal code` }),
      country: optionalTextField({ label: msg`Country` }),
      label: optionalTextField({ label: msg`Label`, placeholder: 'WORK' }),
    },
    { isInline: true },
  ),
});

const urls = listField({
  label: msg`Web addresses`,
  itemLabel: msg`Web address`,
  add: msg`Add a web address`,
  min: 0,
  max: 10,
  isAdvanced: true,
  of: textField({
    label: msg`Web address`,
    inputType: 'url',
    placeholder: 'https://',
    check: checkWebAddress,
  }),
});

const nameParts = groupField(
  {
    prefix: optionalTextField({ label: msg`Name prefix` }),
    first: optionalTextField({ label: msg`First name` }),
    middle: optionalTextField({ label: msg`Middle name` }),
    last: optionalTextField({ label: msg`Last name` }),
    suffix: optionalTextField({ label: msg`Name suffix` }),
  },
  { label: msg`Parts of the name`, isInline: true, isAdvanced: true },
);

const card = groupField({
  name: textField({ label: msg`Name` }),
  phones,
  emails,
  organisation: optionalTextField({ label: msg`Organisation` }),
  department: optionalTextField({ label: msg`Department`, isAdvanced: true }),
  jobTitle: optionalTextField({ label: msg`Job title`, isAdvanced: true }),
  nameParts,
  addresses,
  urls,
  birthday: optionalTextField({
    label: msg`Birthday`,
    inputType: 'date',
    isAdvanced: true,
  }),
});

export const contactsForm = defineForm({
  kind: 'contacts',
  group: 'places',
  hint: msg`A name with its numbers, to be saved with a tap`,
  fields: {
    cards: listField({
      label: msg`Cards`,
      itemLabel: msg`Card`,
      add: msg`Add a card`,
      min: 1,
      max: contentLimits.contactCards,
      of: card,
    }),
  },
  toContent: ({ cards }) => ({ kind: 'contacts', cards: cards.map(tidy) }),
  faultsOf: ({ cards }) => cards.flatMap(emptyAddresses),
});

/** Without what was opened and not filled in. */
function tidy({ nameParts, addresses, urls, ...card }: ContactCard): ContactCard {
  return {
    ...card,
    nameParts: isFilled(nameParts) ? nameParts : undefined,
    addresses: addresses?.length === 0 ? undefined : addresses,
    urls: urls?.length === 0 ? undefined : urls,
  };
}

function emptyAddresses({ addresses }: ContactCard, place: number): readonly Fault[] {
  return (addresses ?? []).flatMap((address, index) =>
    isFilled(address) ? [] : [missing(msg`Fill this in`, `cards.${place}.addresses.${index}.street`)],
  );
}

function isFilled(lines: Readonly<Record<string, string | undefined>> | undefined): boolean {
  return Object.values(lines ?? {}).some((line) => line !== undefined);
}
