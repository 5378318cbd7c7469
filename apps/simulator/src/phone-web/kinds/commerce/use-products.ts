import { useEffect, useState } from 'react';
import type { Product } from '../../api/wire.ts';
import { useChat } from '../../chat/chat-context.ts';

export type Assortment = Readonly<{ catalogId: string; products: readonly Product[] }>;

/** Products by id, or the whole catalog of the business for no ids; undefined until they are known. */
export function useProducts(catalogId: string, ids: readonly string[]): Assortment | undefined {
  const { api, waId, chat } = useChat();
  const { phoneNumberId } = chat;
  const [assortment, setAssortment] = useState<Assortment>();
  const key = ids.join('\n');
  useEffect(() => {
    let isCurrent = true;
    const wanted = key === '' ? [] : key.split('\n');
    api.listProducts(waId, phoneNumberId, catalogId, wanted).then(
      (found) => isCurrent && setAssortment(found),
      // Without names a product is still shown by its id.
      () => isCurrent && setAssortment({ catalogId, products: wanted.map(namelessProduct) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [api, waId, phoneNumberId, catalogId, key]);
  return assortment;
}

function namelessProduct(retailerId: string): Product {
  return { retailerId, name: { en: retailerId, ja: retailerId }, price: 0, currency: 'JPY' };
}
