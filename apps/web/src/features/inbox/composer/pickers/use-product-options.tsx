import { Trans } from '@lingui/react/macro';
import { useDebouncedValue } from '@mantine/hooks';
import type { Product } from '@renkei/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLanguage } from '../../../../lib/i18n.ts';
import { problemOf } from '../../../../lib/problem.ts';
import { formatMoney } from '../../content/parts/format.ts';
import { productsQuery } from '../../data/queries.ts';
import { useFormPlace } from '../fields/form-place.ts';
import type { PickerOption } from './id-picker.tsx';
import { Unreadable } from './unreadable.tsx';

/** So long nobody types any more. */
const calmMs = 250;

interface ProductOptions {
  readonly options: readonly PickerOption[];
  readonly note: ReactNode;
  readonly catalog: { readonly id: string; readonly name: string } | null;
}

/** The products that a text finds, and why there are none. */
export function useProductOptions(search: string): ProductOptions {
  const { channelId } = useFormPlace();
  const language = useLanguage();
  const [calm] = useDebouncedValue(search.trim(), calmMs);
  const { data, error } = useQuery({ ...productsQuery(channelId, calm), placeholderData: keepPreviousData });
  const catalog = data?.catalog ?? null;
  if (error !== null) return { options: [], catalog, note: <Unreadable problem={problemOf(error)} /> };
  if (data === undefined) return { options: [], catalog, note: <Trans>Reading from Meta…</Trans> };
  const options = data.items.map((product) => optionOf(product, language));
  return { options, catalog, note: noteOf(catalog !== null, options.length, data.nextCursor !== null) };
}

export function optionOf(
  { productId, name, price }: Product,
  language: Parameters<typeof formatMoney>[1],
): PickerOption {
  return { id: productId, name, detail: price === null ? null : formatMoney(price, language) };
}

function noteOf(hasCatalog: boolean, count: number, hasMore: boolean): ReactNode {
  if (!hasCatalog) {
    return (
      <Trans>
        No catalog is connected to this account. Connect one in Meta's WhatsApp Manager under Account tools →
        Catalog; its products can be chosen here then.
      </Trans>
    );
  }
  if (count === 0) return <Trans>Nothing found. What you type is taken as the ID.</Trans>;
  return hasMore ? <Trans>There are more: type a part of the name or of the ID.</Trans> : null;
}
