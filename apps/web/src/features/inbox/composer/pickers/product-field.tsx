import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import * as z from 'zod';
import { useLanguage } from '../../../../lib/i18n.ts';
import { useProduct } from '../../content/use-product.ts';
import { defineField, type Fault, type Field, missing } from '../fields/field.ts';
import { FieldLabel } from '../fields/field-label.tsx';
import { useFormPlace } from '../fields/form-place.ts';
import { useFault } from '../fields/use-fault.ts';
import { IdPicker } from './id-picker.tsx';
import styles from './pickers.module.css';
import { optionOf, useProductOptions } from './use-product-options.tsx';

/** The retailer's id of a product, chosen by its name or typed. */
export function productField(label: MessageDescriptor): Field<string> {
  return makeProductField(label, false, (text) => text);
}

export function optionalProductField(label: MessageDescriptor): Field<string | undefined> {
  return makeProductField(label, true, (text) => (text === '' ? undefined : text));
}

function makeProductField<Output>(
  label: MessageDescriptor,
  isOptional: boolean,
  outputOf: (text: string) => Output,
): Field<Output> {
  return defineField({
    label,
    schema: z.string().catch(''),
    View: (props) => <ProductFieldView {...props} name={label} isOptional={isOptional} />,
    faultsOf: (value) => (isOptional || value.trim() !== '' ? [] : [missing(msg`Fill this in`)]),
    outputOf: (value) => outputOf(value.trim()),
  });
}

interface ProductFieldViewProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly faults: readonly Fault[];
  readonly label?: string;
  readonly name: MessageDescriptor;
  readonly isOptional: boolean;
}

function ProductFieldView({ value, onChange, faults, label, name, isOptional }: ProductFieldViewProps) {
  const { t } = useLingui();
  const fault = useFault(faults);
  const { pickCatalog } = useFormPlace();
  // A chosen id finds nothing but itself: the list shows everything again.
  const [search, setSearch] = useState('');
  const { options, note, catalog } = useProductOptions(search);
  return (
    <div>
      <IdPicker
        label={label ?? <FieldLabel label={name} isOptional={isOptional} />}
        description={t`Search by name, or type your own number of the product (SKU)`}
        text={value}
        onType={(text) => {
          setSearch(text);
          onChange(text);
        }}
        onPick={({ id }) => {
          setSearch('');
          onChange(id);
          if (catalog !== null) pickCatalog(catalog.id);
        }}
        options={options}
        note={note}
        error={fault}
      />
      <KnownProduct productId={value.trim()} />
    </div>
  );
}

/** Whose id that is. */
function KnownProduct({ productId }: { readonly productId: string }) {
  const language = useLanguage();
  const product = useProduct(productId);
  if (product === undefined) return null;
  if (product === null) {
    return (
      <p className={styles.known}>
        <Trans>No product of the catalog has this ID.</Trans>
      </p>
    );
  }
  const { name, detail } = optionOf(product, language);
  return <p className={styles.known}>{detail === null ? name : `${name} · ${detail}`}</p>;
}
