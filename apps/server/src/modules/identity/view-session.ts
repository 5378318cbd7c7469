import type { Session } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { findMember, readWorkspaceName } from './store-members.ts';

/** @throws RenkeiError `unauthenticated` when the member has just been removed */
export async function viewSession(
  transaction: TenantTransaction,
  memberId: string,
  companionUrl: string | null,
): Promise<Session> {
  const member = await findMember(transaction, memberId);
  if (member === undefined) throw new RenkeiError('unauthenticated');
  const { id, name, email, role, passwordHash } = member;
  return {
    member: { id, name, email, role, hasPassword: passwordHash !== null },
    workspace: { id: transaction.workspaceId, name: await readWorkspaceName(transaction) },
    companionUrl,
  };
}
