import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { useText } from '../../../i18n/language.ts';
import { Button } from '../../../ui/Button.tsx';
import { Field } from '../../../ui/Field.tsx';
import { readField } from '../../../ui/read-field.ts';
import { Sheet } from '../../../ui/Sheet.tsx';
import styles from '../../parts/kinds.module.css';

const valuesSchema = z.record(z.string(), z.string());

const addressActionSchema = z.looseObject({
  parameters: z.looseObject({
    values: valuesSchema.default({}),
    saved_addresses: z.array(z.looseObject({ id: z.string(), value: valuesSchema })).default([]),
    validation_errors: valuesSchema.default({}),
  }),
});

export type GivenAddress = Readonly<{
  values: Readonly<Record<string, string>>;
  savedAddressId?: string;
  summary: string;
}>;

const fields = [
  'name',
  'phone_number',
  'in_pin_code',
  'house_number',
  'building_name',
  'address',
  'landmark_area',
  'city',
  'state',
] as const;
const required: ReadonlySet<string> = new Set(['name', 'phone_number', 'in_pin_code', 'address', 'city']);

type AddressSheetProps = Readonly<{
  action: unknown;
  onGiven: (address: GivenAddress) => void;
  onClose: () => void;
}>;

/** One of the saved addresses, or a new one; what the business found wrong last time stands at its field. */
export function AddressSheet({ action, onGiven, onClose }: AddressSheetProps) {
  const text = useText();
  const parsed = addressActionSchema.safeParse(action);
  const {
    values = {},
    saved_addresses: saved = [],
    validation_errors: errors = {},
  } = parsed.data?.parameters ?? {};
  const [isNew, setNew] = useState(saved.length === 0);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const filled = fields.map((field) => [field, readField(form, field)] as const);
    const given = Object.fromEntries(filled.filter(([, value]) => value !== ''));
    onGiven({ values: given, summary: summarise(given) });
  };

  if (!isNew) {
    return (
      <Sheet title={text.address.give} onClose={onClose}>
        {saved.map(({ id, value }) => (
          <button
            key={id}
            type="button"
            className={styles.listRow}
            onClick={() => onGiven({ values: value, savedAddressId: id, summary: summarise(value) })}
          >
            {value.name}
            <small>{placeOf(value)}</small>
          </button>
        ))}
        <div className={styles.stack}>
          <Button onClick={() => setNew(true)}>{text.address.another}</Button>
        </div>
      </Sheet>
    );
  }
  return (
    <Sheet title={text.address.give} onClose={onClose}>
      <form className={styles.stackForm} onSubmit={submit}>
        {fields.map((field) => (
          <Field
            key={field}
            label={text.address.fields[field]}
            name={field}
            defaultValue={values[field]}
            error={errors[field]}
            required={required.has(field)}
            autoComplete="off"
          />
        ))}
        <Button tone="accent" type="submit">
          {text.sheet.send}
        </Button>
      </form>
    </Sheet>
  );
}

function summarise(values: Readonly<Record<string, string>>): string {
  return [values.name, placeOf(values)].filter(Boolean).join('\n');
}

function placeOf({ house_number: house, address, city, in_pin_code: pin }: Readonly<Record<string, string>>) {
  return [house, address, city, pin].filter(Boolean).join(' ');
}
