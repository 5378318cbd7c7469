import { sql, type Transaction } from '#platform/database';

/** Every workspace there is. System scope. */
export async function listWorkspaceIds(transaction: Transaction): Promise<readonly string[]> {
  const rows = await transaction.query<{ id: string }>(
    sql`select workspace_id as id from workspaces order by workspace_id`,
  );
  return rows.map(({ id }) => id);
}
