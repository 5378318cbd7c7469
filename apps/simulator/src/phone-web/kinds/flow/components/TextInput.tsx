import { Field } from '../../../ui/Field.tsx';
import type { FlowComponentProps } from './flow-component.ts';
import { useField } from './use-field.ts';

/** Meta's input types by those of HTML. */
const htmlTypes = new Map([
  ['email', 'email'],
  ['number', 'number'],
  ['phone', 'tel'],
  ['password', 'password'],
  ['passcode', 'password'],
]);

export function TextInput({ node }: FlowComponentProps) {
  const { name, label, hint, isRequired, isEnabled, text, setValue, read } = useField(node);
  const lengthOf = (key: string) => (Number(read(key)) > 0 ? Number(read(key)) : undefined);
  return (
    <Field
      label={label}
      name={name}
      hint={hint}
      type={htmlTypes.get(String(read('input-type'))) ?? 'text'}
      required={isRequired}
      disabled={!isEnabled}
      minLength={lengthOf('min-chars')}
      maxLength={lengthOf('max-chars')}
      value={text}
      autoComplete="off"
      onChange={(event) => setValue(event.target.value)}
    />
  );
}
