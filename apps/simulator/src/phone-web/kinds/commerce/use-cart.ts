import { useSyncExternalStore } from 'react';

type Cart = ReadonlyMap<string, number>;

const empty: Cart = new Map();
const carts = new Map<string, Cart>();
const listeners = new Set<() => void>();

/** What lies in the cart of one chat and catalog, by product. Kept while the page lives. */
export function useCart(cartKey: string) {
  const cart = useSyncExternalStore(subscribe, () => carts.get(cartKey) ?? empty);
  return {
    cart,
    setQuantity: (retailerId: string, quantity: number) => {
      const changed = new Map(cart);
      if (quantity > 0) changed.set(retailerId, quantity);
      else changed.delete(retailerId);
      change(cartKey, changed);
    },
    clear: () => change(cartKey, empty),
  };
}

function change(cartKey: string, cart: Cart): void {
  carts.set(cartKey, cart);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
