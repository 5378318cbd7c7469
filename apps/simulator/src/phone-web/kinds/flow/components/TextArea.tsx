import { AreaField } from '../../../ui/AreaField.tsx';
import type { FlowComponentProps } from './flow-component.ts';
import { useField } from './use-field.ts';

const mostCharacters = 600;

export function TextArea({ node }: FlowComponentProps) {
  const { name, label, hint, isRequired, isEnabled, text, setValue, read } = useField(node);
  return (
    <AreaField
      label={label}
      name={name}
      hint={hint}
      required={isRequired}
      disabled={!isEnabled}
      maxLength={Number(read('max-length')) || mostCharacters}
      value={text}
      onChange={(event) => setValue(event.target.value)}
    />
  );
}
