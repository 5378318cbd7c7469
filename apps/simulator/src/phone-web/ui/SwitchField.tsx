import { type ComponentProps, useId } from 'react';
import styles from './field.module.css';

/** A setting that is on or off, with a line that says what it does. */
export function SwitchField({
  label,
  hint,
  ...input
}: ComponentProps<'input'> & { label: string; hint?: string }) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className={styles.switch}>
      <label htmlFor={id}>{label}</label>
      {/* oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- a checkbox says by itself whether it is checked */}
      <input id={id} type="checkbox" role="switch" aria-describedby={hint ? noteId : undefined} {...input} />
      {hint && (
        <p id={noteId} className={styles.note}>
          {hint}
        </p>
      )}
    </div>
  );
}
