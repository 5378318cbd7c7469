/** All SQL over hooks. */
import type { Hook, HookEventType } from '@renkei/contract';
import { named, sql, type TenantTransaction } from '#platform/database';

export interface HookRow extends Omit<Hook, 'createdAt' | 'failingSince'> {
  readonly secretEncrypted: string;
  readonly createdAt: Date;
  readonly failingSince: Date | null;
}

const columns = `h.id, h.url, h.description, h.event_types as "eventTypes", h.state, h.failing_since as "failingSince",
  h.last_problem as "lastProblem", h.created_at as "createdAt", h.secret_encrypted as "secretEncrypted",
  (select count(*)::integer from hook_deliveries d
   where d.workspace_id = h.workspace_id and d.hook_id = h.id and d.state = 'pending') as pending`;

export function listHookRows(tx: TenantTransaction): Promise<readonly HookRow[]> {
  return tx.query<HookRow>({
    text: `select ${columns} from hooks h where h.workspace_id = $1 order by h.created_at desc, h.id`,
    values: [tx.workspaceId],
  });
}

export async function findHookRow(tx: TenantTransaction, hookId: string): Promise<HookRow | undefined> {
  const [row] = await tx.query<HookRow>({
    text: `select ${columns} from hooks h where h.workspace_id = $1 and h.id = $2`,
    values: [tx.workspaceId, hookId],
  });
  return row;
}

export type HookTarget = Pick<HookRow, 'url' | 'state' | 'secretEncrypted'>;

/** What a call needs to know of hooks, by id: it asks for each round, and counts nothing. */
export async function findHookTargets(
  tx: TenantTransaction,
  hookIds: readonly string[],
): Promise<ReadonlyMap<string, HookTarget>> {
  const rows = await tx.query<HookTarget & { readonly id: string }>(
    named(
      'hook_targets',
      sql`
      select id, url, state, secret_encrypted as "secretEncrypted" from hooks
      where workspace_id = ${tx.workspaceId} and id = any(${hookIds}::uuid[])`,
    ),
  );
  return new Map(rows.map(({ id, ...target }) => [id, target]));
}

/** Hooks that are told something now, with what they want to know. */
export function listListeners(
  tx: TenantTransaction,
): Promise<readonly { readonly id: string; readonly eventTypes: readonly HookEventType[] }[]> {
  return tx.query({
    name: 'hooks_listening',
    text: `select id, event_types as "eventTypes" from hooks where workspace_id = $1 and state = 'enabled'`,
    values: [tx.workspaceId],
  });
}

export interface NewHook {
  readonly id: string;
  readonly url: string;
  readonly description: string | null;
  readonly eventTypes: readonly string[];
  readonly secretEncrypted: string;
  readonly at: Date;
}

export async function insertHook(tx: TenantTransaction, hook: NewHook): Promise<void> {
  await tx.execute(sql`
    insert into hooks (workspace_id, id, url, description, event_types, secret_encrypted, state, created_at)
    values (${tx.workspaceId}, ${hook.id}, ${hook.url}, ${hook.description}, ${hook.eventTypes}::text[],
      ${hook.secretEncrypted}, 'enabled', ${hook.at})`);
}

export interface HookChange {
  readonly url?: string | undefined;
  readonly description?: string | null | undefined;
  readonly eventTypes?: readonly string[] | undefined;
  readonly state?: 'enabled' | 'disabled' | undefined;
  readonly secretEncrypted?: string | undefined;
}

export async function updateHookRow(tx: TenantTransaction, row: HookRow, change: HookChange): Promise<void> {
  const state = change.state ?? row.state;
  await tx.execute(sql`
    update hooks set url = ${change.url ?? row.url},
      description = ${change.description === undefined ? row.description : change.description},
      event_types = ${change.eventTypes ?? row.eventTypes}::text[], state = ${state},
      failing_since = ${state === 'enabled' && row.state !== 'enabled' ? null : row.failingSince},
      secret_encrypted = ${change.secretEncrypted ?? row.secretEncrypted}
    where workspace_id = ${tx.workspaceId} and id = ${row.id}`);
}

export async function deleteHookRow(tx: TenantTransaction, hookId: string): Promise<boolean> {
  const deleted = await tx.execute(
    sql`delete from hooks where workspace_id = ${tx.workspaceId} and id = ${hookId}`,
  );
  return deleted > 0;
}

/** Something got through. */
export async function noteHookWorks(tx: TenantTransaction, hookId: string): Promise<void> {
  await tx.execute(sql`
    update hooks set last_problem = null, failing_since = null
    where workspace_id = ${tx.workspaceId} and id = ${hookId} and last_problem is not null`);
}

/**
 * Nothing gets through since `at`, or since longer. `triedSince`: a delivery was given up that was first tried then; if
 * nothing at all has got through since, nothing new is noted for the hook.
 */
export async function noteHookFails(
  tx: TenantTransaction,
  hookId: string,
  {
    problem,
    at,
    triedSince,
  }: { readonly problem: string; readonly at: Date; readonly triedSince: Date | null },
): Promise<void> {
  await tx.execute(sql`
    update hooks set last_problem = ${problem}, failing_since = coalesce(failing_since, ${at}),
      state = case when state = 'enabled' and failing_since <= ${triedSince}::timestamptz then 'failing' else state end
    where workspace_id = ${tx.workspaceId} and id = ${hookId}`);
}
