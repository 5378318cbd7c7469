import type { Role } from '@renkei/contract';
import { sql, type TenantTransaction } from '#platform/database';

export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function insertInvitation(
  transaction: TenantTransaction,
  row: InvitationRow & { readonly tokenHash: Buffer; readonly invitedBy: string },
): Promise<void> {
  await transaction.execute(sql`
    insert into invitations (workspace_id, id, email, role, token_hash, invited_by, created_at, expires_at)
    values (${transaction.workspaceId}, ${row.id}, ${row.email}, ${row.role}, ${row.tokenHash}, ${row.invitedBy},
            ${row.createdAt}, ${row.expiresAt})`);
}

/** Open: neither accepted nor revoked, and not expired. */
export async function listOpenInvitations(
  transaction: TenantTransaction,
  now: Date,
): Promise<readonly InvitationRow[]> {
  return transaction.query<InvitationRow>(sql`
    select id, email, role, created_at as "createdAt", expires_at as "expiresAt"
    from invitations
    where workspace_id = ${transaction.workspaceId}
    and accepted_at is null and revoked_at is null and expires_at > ${now}
    order by created_at desc, id desc`);
}

export async function findOpenInvitation(
  transaction: TenantTransaction,
  invitationId: string,
  now: Date,
): Promise<InvitationRow | undefined> {
  const [row] = await transaction.query<InvitationRow>(sql`
    select id, email, role, created_at as "createdAt", expires_at as "expiresAt"
    from invitations
    where workspace_id = ${transaction.workspaceId} and id = ${invitationId}
    and accepted_at is null and revoked_at is null and expires_at > ${now}
    for update`);
  return row;
}

/** Uses an invitation up: of any number who try at once one gets it, the others nothing. */
export async function consumeInvitation(
  transaction: TenantTransaction,
  tokenHash: Buffer,
  now: Date,
): Promise<InvitationRow | undefined> {
  const [row] = await transaction.query<InvitationRow>(sql`
    update invitations set accepted_at = ${now}
    where workspace_id = ${transaction.workspaceId} and token_hash = ${tokenHash}
    and accepted_at is null and revoked_at is null and expires_at > ${now}
    returning id, email, role, created_at as "createdAt", expires_at as "expiresAt"`);
  return row;
}

export async function markInvitationRevoked(
  transaction: TenantTransaction,
  invitationId: string,
  now: Date,
): Promise<void> {
  await transaction.execute(sql`
    update invitations set revoked_at = ${now}
    where workspace_id = ${transaction.workspaceId} and id = ${invitationId}`);
}

/** A second invitation to an address takes the place of the first. */
export async function revokeInvitationsTo(
  transaction: TenantTransaction,
  email: string,
  now: Date,
): Promise<void> {
  await transaction.execute(sql`
    update invitations set revoked_at = ${now}
    where workspace_id = ${transaction.workspaceId} and email = ${email}
    and accepted_at is null and revoked_at is null`);
}

/** Nobody stays in by an invitation they made while they still could. */
export async function revokeInvitationsBy(
  transaction: TenantTransaction,
  memberId: string,
  now: Date,
): Promise<void> {
  await transaction.execute(sql`
    update invitations set revoked_at = ${now}
    where workspace_id = ${transaction.workspaceId} and invited_by = ${memberId}
    and accepted_at is null and revoked_at is null`);
}
