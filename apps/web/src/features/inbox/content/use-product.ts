import { useDebouncedValue } from '@mantine/hooks';
import type { Product } from '@renkei/contract';
import { skipToken, useQuery } from '@tanstack/react-query';
import { queryKeys } from '../../../lib/query-keys.ts';
import { lookUpProduct } from '../data/look-up-product.ts';
import { useChannelId } from './channel-context.ts';

/** Names and prices seldom change while somebody looks. */
const staleMs = 10 * 60_000;
/** So long nobody types an id any more. */
const calmMs = 300;

/** What the catalog says of a product; undefined while it is not known, null when the catalog does not know it. */
export function useProduct(productId: string): Product | null | undefined {
  const channelId = useChannelId();
  const [calmId] = useDebouncedValue(productId, calmMs);
  const isAsked = channelId !== null && productId !== '' && calmId === productId;
  const { data } = useQuery({
    queryKey: queryKeys.product(channelId ?? '', productId),
    queryFn: isAsked ? () => lookUpProduct(channelId, productId) : skipToken,
    staleTime: staleMs,
    // Where the catalog cannot be read the id stands for itself.
    retry: false,
  });
  return data;
}
