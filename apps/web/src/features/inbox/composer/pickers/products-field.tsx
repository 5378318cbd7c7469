import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { CloseButton } from '@mantine/core';
import { useState } from 'react';
import * as z from 'zod';
import { useLanguage } from '../../../../lib/i18n.ts';
import { useProduct } from '../../content/use-product.ts';
import { defineField, type Fault, type Field, missing, wrong } from '../fields/field.ts';
import { useFormPlace } from '../fields/form-place.ts';
import { Count } from '../fields/text-field.tsx';
import { useFault } from '../fields/use-fault.ts';
import { IdPicker, PickerOptionView } from './id-picker.tsx';
import styles from './pickers.module.css';
import { optionOf, useProductOptions } from './use-product-options.tsx';

interface ProductsOptions {
  readonly label: MessageDescriptor;
  readonly min: number;
  readonly max: number;
}

/** Several products, in their order. Drafts keep them one a line. */
export function productsField(options: ProductsOptions): Field<string[]> {
  const { min, max } = options;
  return defineField({
    ...options,
    schema: z.string().catch(''),
    View: (props) => <ProductsFieldView {...props} options={options} />,
    faultsOf: (value) => {
      const count = idsOf(value).length;
      if (count < min) return [missing(msg`At least ${min} products`)];
      return count > max ? [wrong(msg`At most ${max} products`)] : [];
    },
    outputOf: idsOf,
  });
}

function idsOf(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}

interface ProductsFieldViewProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly faults: readonly Fault[];
  readonly options: ProductsOptions;
}

function ProductsFieldView({ value, onChange, faults, options: { label, max } }: ProductsFieldViewProps) {
  const { t, i18n } = useLingui();
  const fault = useFault(faults);
  const { pickCatalog } = useFormPlace();
  const [text, setText] = useState('');
  const { options, note, catalog } = useProductOptions(text);
  const ids = idsOf(value);
  const add = (lines: readonly string[]) => {
    onChange(idsOf([...ids, ...lines].join('\n')).join('\n'));
    setText('');
  };
  return (
    <div className={styles.products}>
      <span className={styles.label}>{i18n._(label)}</span>
      <Count length={ids.length} limit={max} />
      {ids.length === 0 ? null : (
        <ul className={styles.chosen} aria-label={i18n._(label)}>
          {ids.map((productId) => (
            <li key={productId}>
              <ChosenProduct productId={productId} />
              <CloseButton
                size="sm"
                aria-label={t`Remove ${productId}`}
                onClick={() => onChange(ids.filter((id) => id !== productId).join('\n'))}
              />
            </li>
          ))}
        </ul>
      )}
      <IdPicker
        label={t`Add a product`}
        description={t`Search by name, or type or paste your own numbers (SKU), one a line`}
        text={text}
        onType={setText}
        onPick={({ id }) => {
          add([id]);
          if (catalog !== null) pickCatalog(catalog.id);
        }}
        onPaste={add}
        onEnter={() => add([text])}
        onLeave={() => add([text])}
        options={options.filter(({ id }) => !ids.includes(id))}
        note={note}
        error={fault}
      />
    </div>
  );
}

function ChosenProduct({ productId }: { readonly productId: string }) {
  const language = useLanguage();
  const product = useProduct(productId);
  const option = product ? optionOf(product, language) : { id: productId, name: productId, detail: null };
  return <PickerOptionView {...option} />;
}
