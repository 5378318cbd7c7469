import styles from '../flow.module.css';
import type { FlowComponentProps } from './flow-component.ts';
import { useField } from './use-field.ts';

export function OptIn({ node }: FlowComponentProps) {
  const { name, label, isRequired, value, setValue } = useField(node);
  return (
    <label className={styles.option}>
      <input
        type="checkbox"
        name={name}
        required={isRequired}
        checked={value === true}
        onChange={(event) => setValue(event.target.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
