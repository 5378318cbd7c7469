import type { Member } from '@renkei/contract';
import type { Platform, Principal } from '#platform/module';
import { listMemberRows, type MemberRow } from './store-members.ts';

export async function listMembers(
  { database }: Pick<Platform, 'database'>,
  principal: Principal,
): Promise<readonly Member[]> {
  const rows = await database.inTenant(principal.workspaceId, listMemberRows);
  return rows.map(viewMember);
}

export function viewMember({ id, name, email, role, createdAt }: MemberRow): Member {
  return { id, name, email, role, createdAt: createdAt.toISOString() };
}
