import { createContext, use } from 'react';

/** Whose screen this is: a customer's phone, or the Business app of a coexistence number. */
export type Side = 'customer' | 'business';

/** The first part of the address, by side. */
export const sidePaths = { customer: '/phone', business: '/business' } as const satisfies Record<
  Side,
  string
>;

export const sideOf = (pathname: string): Side =>
  pathname.startsWith(`${sidePaths.business}/`) || pathname === sidePaths.business ? 'business' : 'customer';

export const SideContext = createContext<Side>('customer');

export const useSide = (): Side => use(SideContext);
