import styles from '../flow.module.css';
import type { FlowComponentProps } from './flow-component.ts';
import { readOptions } from './options.ts';
import { useField } from './use-field.ts';

/** Several choices; also chips, which are the same in another dress. */
export function CheckboxGroup({ node }: FlowComponentProps) {
  const { name, label, isRequired, isEnabled, value, setValue, read } = useField(node);
  const chosen = Array.isArray(value) ? value.map(String) : [];
  const most = Number(read('max-selected-items')) || Number.POSITIVE_INFINITY;
  const least = Number(read('min-selected-items')) || (isRequired ? 1 : 0);
  return (
    <fieldset className={styles.options} disabled={!isEnabled}>
      {label && <legend>{label}</legend>}
      {readOptions(read('data-source')).map(({ id, title, description, enabled }) => {
        const isChosen = chosen.includes(id);
        return (
          <label key={id} className={styles.option}>
            <input
              type="checkbox"
              name={name}
              // The browser asks for one box at a time, so each is asked for until enough are chosen.
              required={!isChosen && chosen.length < least}
              disabled={!enabled || (!isChosen && chosen.length >= most)}
              checked={isChosen}
              onChange={() => setValue(isChosen ? chosen.filter((other) => other !== id) : [...chosen, id])}
            />
            <span>
              {title}
              {description && <small>{description}</small>}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}
