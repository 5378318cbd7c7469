import { useLingui } from '@lingui/react/macro';
import { Switch } from '@mantine/core';
import * as z from 'zod';
import { type ErasedFieldProps, type Field, faultsAt, within } from './field.ts';
import styles from './fields.module.css';

/** Asked only once it is switched on. */
export function optionalField<Output>(field: Field<Output>): Field<Output | undefined> {
  return {
    label: field.label,
    isAdvanced: field.isAdvanced,
    restore: (stored) => {
      const { isOn, inner } = schema.parse(stored);
      return { isOn, inner: field.restore(inner) };
    },
    View: (props) => <OptionalView {...props} field={field} />,
    faultsOf: (value) => {
      const { isOn, inner } = schema.parse(value);
      return isOn ? within('inner', field.faultsOf(inner)) : [];
    },
    outputOf: (value) => {
      const { isOn, inner } = schema.parse(value);
      return isOn ? field.outputOf(inner) : undefined;
    },
    filesOf: (value) => {
      const { isOn, inner } = schema.parse(value);
      return isOn ? field.filesOf(inner) : [];
    },
  };
}

const schema = z
  .object({ isOn: z.boolean(), inner: z.unknown() })
  .catch(() => ({ isOn: false, inner: undefined }));

interface OptionalViewProps extends ErasedFieldProps {
  readonly field: Field<unknown>;
}

function OptionalView({ value, onChange, faults, field }: OptionalViewProps) {
  const { i18n } = useLingui();
  const { isOn, inner } = schema.parse(value);
  return (
    <div className={styles.variant}>
      <Switch
        label={i18n._(field.label)}
        checked={isOn}
        onChange={(event) => onChange({ isOn: event.currentTarget.checked, inner })}
      />
      {isOn ? (
        <field.View
          value={inner}
          onChange={(next) => onChange({ isOn, inner: next })}
          faults={faultsAt('inner', faults)}
        />
      ) : null}
    </div>
  );
}
