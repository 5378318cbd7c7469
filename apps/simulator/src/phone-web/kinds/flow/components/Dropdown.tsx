import { useText } from '../../../i18n/language.ts';
import { SelectField } from '../../../ui/SelectField.tsx';
import type { FlowComponentProps } from './flow-component.ts';
import { readOptions } from './options.ts';
import { useField } from './use-field.ts';

export function Dropdown({ node }: FlowComponentProps) {
  const text = useText();
  const { name, label, isRequired, isEnabled, text: chosen, setValue, read } = useField(node);
  return (
    <SelectField
      label={label}
      name={name}
      required={isRequired}
      disabled={!isEnabled}
      value={chosen}
      onChange={(event) => setValue(event.target.value)}
    >
      <option value="">{text.flow.choose}</option>
      {readOptions(read('data-source')).map(({ id, title, enabled }) => (
        <option key={id} value={id} disabled={!enabled}>
          {title}
        </option>
      ))}
    </SelectField>
  );
}
