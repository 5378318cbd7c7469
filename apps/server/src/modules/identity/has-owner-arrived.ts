import type { Database } from '#platform/database';
import { findFirstOwner } from './store-members.ts';
import { countUsedSignInLinks } from './store-sign-in.ts';

/** True once somebody has opened a sign-in link: from then on the product has an owner who knows how to get in. */
export async function hasOwnerArrived({ database }: { readonly database: Database }): Promise<boolean> {
  const owner = await database.inSystem(findFirstOwner);
  if (owner === undefined) return false;
  return (await database.inTenant(owner.workspaceId, countUsedSignInLinks)) > 0;
}
