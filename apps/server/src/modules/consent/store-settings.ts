/** All SQL over sending_settings. */
import { named, sql, type TenantTransaction } from '#platform/database';

/** What differs from the defaults; undefined: nothing does. */
export async function readStoredSettings(tx: TenantTransaction): Promise<unknown> {
  const [row] = await tx.query<{ settings: unknown }>(
    named(
      'sending_settings_read',
      sql`select settings from sending_settings where workspace_id = ${tx.workspaceId}`,
    ),
  );
  return row?.settings;
}

/** Adds to what is stored, part by part, so that two people who change different parts both win. */
export async function storeSettings(tx: TenantTransaction, change: object, at: Date): Promise<void> {
  await tx.execute(sql`
    insert into sending_settings as known (workspace_id, settings, updated_at)
    values (${tx.workspaceId}, ${JSON.stringify(change)}, ${at})
    on conflict (workspace_id) do update
      set settings = known.settings || excluded.settings, updated_at = excluded.updated_at`);
}
