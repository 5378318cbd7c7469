import { useLingui } from '@lingui/react';
import type { ErasedFieldProps, Field } from './field.ts';
import styles from './fields.module.css';

/** The same field in a frame of its own, under its label. */
export function sectionField<Output>(field: Field<Output>): Field<Output> {
  return { ...field, View: (props) => <SectionView {...props} field={field} /> };
}

function SectionView({ field, ...props }: ErasedFieldProps & { readonly field: Field<unknown> }) {
  const { i18n } = useLingui();
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.legend}>{i18n._(field.label)}</legend>
      <div className={styles.item}>
        <field.View {...props} />
      </div>
    </fieldset>
  );
}
