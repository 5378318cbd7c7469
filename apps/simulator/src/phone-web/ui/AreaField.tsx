import { type ComponentProps, useId } from 'react';
import styles from './field.module.css';

export function AreaField({
  label,
  hint,
  ...area
}: ComponentProps<'textarea'> & { label: string; hint?: string }) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={3} aria-describedby={hint ? noteId : undefined} {...area} />
      {hint && (
        <p id={noteId} className={styles.note}>
          {hint}
        </p>
      )}
    </div>
  );
}
