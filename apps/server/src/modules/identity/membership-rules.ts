import { type Role, roleHasPermission } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import type { Principal } from '#platform/module';
import { countOwners } from './store-members.ts';

/** @throws RenkeiError `forbidden` when an owner is to be made or touched by somebody who is none */
export function requireOwnerFor(principal: Principal, ...rolesInvolved: readonly Role[]): void {
  if (!rolesInvolved.includes('owner') || roleHasPermission(principal.role, 'owner.manage')) return;
  throw new RenkeiError('forbidden', {
    detail: {
      en: 'Only an owner makes, changes or removes owners.',
      ja: 'オーナーの追加・変更・削除ができるのはオーナーだけです。',
    },
    remedy: { en: 'Ask an owner.', ja: 'オーナーに依頼してください。' },
  });
}

/**
 * To be called under the lock of the memberships, before an owner stops being one.
 *
 * @throws RenkeiError `last_owner`
 */
export async function requireAnotherOwner(transaction: TenantTransaction): Promise<void> {
  if ((await countOwners(transaction)) <= 1) throw new RenkeiError('last_owner');
}
