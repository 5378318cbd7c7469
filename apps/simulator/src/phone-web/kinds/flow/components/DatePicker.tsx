import { Field } from '../../../ui/Field.tsx';
import type { FlowComponentProps } from './flow-component.ts';
import { useField } from './use-field.ts';

/** Dates as `YYYY-MM-DD`, which Flow JSON has used since version 5. */
export function DatePicker({ node }: FlowComponentProps) {
  const { name, label, hint, isRequired, isEnabled, text, setValue, read } = useField(node);
  const dateOf = (key: string) => readDate(read(key));
  return (
    <Field
      label={label}
      name={name}
      hint={hint}
      type="date"
      required={isRequired}
      disabled={!isEnabled}
      min={dateOf('min-date')}
      max={dateOf('max-date')}
      value={text}
      onChange={(event) => setValue(event.target.value)}
    />
  );
}

/** Older Flow JSON gives milliseconds as text. */
function readDate(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined;
  return /^\d{11,}$/u.test(value) ? new Date(Number(value)).toISOString().slice(0, 10) : value;
}
