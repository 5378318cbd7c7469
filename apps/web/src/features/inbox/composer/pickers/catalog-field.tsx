import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent } from 'react';
import * as z from 'zod';
import { defineField, type Fault, type Field, missing } from '../fields/field.ts';
import { useFormPlace } from '../fields/form-place.ts';
import { useFault } from '../fields/use-fault.ts';
import { IdPicker } from './id-picker.tsx';
import styles from './pickers.module.css';
import { useProductOptions } from './use-product-options.tsx';

/** The id of the connected catalog. Fills itself in once one of its products has been chosen. */
export function catalogField(): Field<string> {
  return defineField({
    label: msg`Catalog ID`,
    schema: z.string().catch(''),
    View: (props) => <CatalogFieldView {...props} />,
    faultsOf: (value) => (value.trim() === '' ? [missing(msg`Fill this in`)] : []),
    outputOf: (value) => value.trim(),
  });
}

interface CatalogFieldViewProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly faults: readonly Fault[];
}

function CatalogFieldView({ value, onChange, faults }: CatalogFieldViewProps) {
  const { t } = useLingui();
  const fault = useFault(faults);
  const { pickedCatalog } = useFormPlace();
  const { catalog, note } = useProductOptions('');
  const fill = useEffectEvent((id: string) => {
    if (value.trim() === '') onChange(id);
  });
  useEffect(() => {
    if (pickedCatalog !== null) fill(pickedCatalog.id);
  }, [pickedCatalog]);
  return (
    <div>
      <IdPicker
        label={t`Catalog ID`}
        description={t`Filled in when a product is chosen; also shown in Meta's Commerce Manager`}
        text={value}
        onType={onChange}
        onPick={({ id }) => onChange(id)}
        options={catalog === null ? [] : [{ ...catalog, detail: null }]}
        note={catalog === null ? note : null}
        error={fault}
      />
      {catalog !== null && catalog.id === value.trim() ? (
        <p className={styles.known}>{catalog.name}</p>
      ) : null}
    </div>
  );
}
