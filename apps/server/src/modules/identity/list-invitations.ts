import type { Invitation } from '@renkei/contract';
import type { Platform, Principal } from '#platform/module';
import { type InvitationRow, listOpenInvitations } from './store-invitations.ts';

export async function listInvitations(
  { database, clock }: Pick<Platform, 'database' | 'clock'>,
  principal: Principal,
): Promise<readonly Invitation[]> {
  const rows = await database.inTenant(principal.workspaceId, (transaction) =>
    listOpenInvitations(transaction, clock.now()),
  );
  return rows.map(viewInvitation);
}

export function viewInvitation({ id, email, role, createdAt, expiresAt }: InvitationRow): Invitation {
  return { id, email, role, createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
}
