import type { Hook } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import { newId } from '#platform/ids';
import type { Principal } from '#platform/module';
import type { HooksContext } from './context.ts';
import { newHookSecret } from './hook-secret.ts';
import { replayUntold } from './store-deliveries.ts';
import {
  deleteHookRow,
  findHookRow,
  type HookChange,
  type HookRow,
  insertHook,
  listHookRows,
  updateHookRow,
} from './store-hooks.ts';

/** More would tell every event more often than anybody can want. */
const mostHooks = 20;

export interface HookInput {
  readonly url: string;
  readonly description?: string | null | undefined;
  readonly eventTypes: readonly string[];
}

/** Audited. Throws `hook_address_refused`, or `conflict` when there are too many. */
export async function createHook(context: HooksContext, principal: Principal, input: HookInput) {
  assertAcceptable(context, input.url);
  const id = newId();
  const secret = newHookSecret();
  const secretEncrypted = await context.secretBox.seal(secret, placeOf(principal.workspaceId, id));
  const { database, clock } = context.platform;
  return database.inTenant(principal.workspaceId, async (tx) => {
    if ((await listHookRows(tx)).length >= mostHooks) throw tooMany();
    const { url, eventTypes, description = null } = input;
    await insertHook(tx, { id, url, description, eventTypes, secretEncrypted, at: clock.now() });
    const detail = { url, eventTypes };
    await context.recordAudit(tx, { principal, action: 'hook.created', subjectId: id, detail });
    return { hook: toView(await getRow(tx, id)), secret };
  });
}

/** Audited. Throws `not_found`, `hook_address_refused`. */
export function updateHook(
  context: HooksContext,
  principal: Principal,
  hookId: string,
  change: HookChange,
): Promise<Hook> {
  if (change.url !== undefined) assertAcceptable(context, change.url);
  const { database, clock } = context.platform;
  return database.inTenant(principal.workspaceId, async (tx) => {
    const row = await getRow(tx, hookId);
    await updateHookRow(tx, row, change);
    if (change.state === 'enabled' && row.state !== 'enabled') {
      await replayUntold(tx, hookId, clock.now());
      tx.wake('hooks');
    }
    const detail = { ...change };
    await context.recordAudit(tx, { principal, action: 'hook.updated', subjectId: hookId, detail });
    return toView(await getRow(tx, hookId));
  });
}

/** Audited. Throws `not_found`. */
export async function rotateHookSecret(context: HooksContext, principal: Principal, hookId: string) {
  const secret = newHookSecret();
  const secretEncrypted = await context.secretBox.seal(secret, placeOf(principal.workspaceId, hookId));
  return context.platform.database.inTenant(principal.workspaceId, async (tx) => {
    await updateHookRow(tx, await getRow(tx, hookId), { secretEncrypted });
    const entry = { principal, action: 'hook.secret_rotated', subjectId: hookId, detail: {} };
    await context.recordAudit(tx, entry);
    return { hook: toView(await getRow(tx, hookId)), secret };
  });
}

/** Audited. Throws `not_found`. */
export function deleteHook(context: HooksContext, principal: Principal, hookId: string): Promise<void> {
  return context.platform.database.inTenant(principal.workspaceId, async (tx) => {
    if (!(await deleteHookRow(tx, hookId))) throw new RenkeiError('not_found');
    await context.recordAudit(tx, { principal, action: 'hook.deleted', subjectId: hookId, detail: {} });
  });
}

export async function listHooks(context: HooksContext, workspaceId: string): Promise<{ items: Hook[] }> {
  const rows = await context.platform.database.inTenant(workspaceId, listHookRows);
  return { items: rows.map(toView) };
}

async function getRow(tx: Parameters<typeof findHookRow>[0], hookId: string): Promise<HookRow> {
  const row = await findHookRow(tx, hookId);
  if (!row) throw new RenkeiError('not_found');
  return row;
}

function placeOf(workspaceId: string, rowId: string) {
  return { workspaceId, rowId, column: 'secret_encrypted' };
}

function assertAcceptable({ client }: HooksContext, url: string): void {
  if (!client.isAcceptable(url)) throw new RenkeiError('hook_address_refused');
}

function tooMany(): RenkeiError {
  return new RenkeiError('conflict', {
    detail: {
      en: `A workspace has at most ${mostHooks} hooks.`,
      ja: `Webhookの通知先は1つのワークスペースに ${mostHooks} 件までです。`,
    },
  });
}

function toView({ secretEncrypted: _secret, createdAt, failingSince, ...row }: HookRow): Hook {
  return {
    ...row,
    createdAt: createdAt.toISOString(),
    failingSince: failingSince?.toISOString() ?? null,
  };
}
