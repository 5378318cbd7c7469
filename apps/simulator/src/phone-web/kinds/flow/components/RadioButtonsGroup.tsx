import styles from '../flow.module.css';
import type { FlowComponentProps } from './flow-component.ts';
import { readOptions } from './options.ts';
import { useField } from './use-field.ts';

export function RadioButtonsGroup({ node }: FlowComponentProps) {
  const { name, label, isRequired, isEnabled, value, setValue, read } = useField(node);
  return (
    <fieldset className={styles.options} disabled={!isEnabled}>
      {label && <legend>{label}</legend>}
      {readOptions(read('data-source')).map(({ id, title, description, enabled }) => (
        <label key={id} className={styles.option}>
          <input
            type="radio"
            name={name}
            required={isRequired}
            disabled={!enabled}
            checked={value === id}
            onChange={() => setValue(id)}
          />
          <span>
            {title}
            {description && <small>{description}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
