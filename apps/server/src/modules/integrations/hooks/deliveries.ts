import type { HookDelivery } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import { newId } from '#platform/ids';
import type { Principal } from '#platform/module';
import { decodeCursor, encodeCursor } from '#platform/paging';
import type { HooksContext } from './context.ts';
import { type DeliveryRow, insertDeliveries, listDeliveryRows, replayRow } from './store-deliveries.ts';
import { findHookRow } from './store-hooks.ts';

const usualLimit = 50;

interface DeliveriesQuery {
  readonly state?: HookDelivery['state'] | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** Newest first. Throws `not_found`. */
export function listDeliveries(
  context: HooksContext,
  workspaceId: string,
  hookId: string,
  { state, cursor, limit = usualLimit }: DeliveriesQuery,
): Promise<{ items: HookDelivery[]; nextCursor: string | null }> {
  const [place, eventId] = decodeCursor(cursor, ['instant', 'id']);
  const before = place === undefined || eventId === undefined ? undefined : { place, eventId };
  return context.platform.database.inTenant(workspaceId, async (tx) => {
    if (!(await findHookRow(tx, hookId))) throw new RenkeiError('not_found');
    const query = { state, eventId: undefined, before, limit: limit + 1 };
    const rows = await listDeliveryRows(tx, hookId, query);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const nextCursor = rows.length > limit && last ? encodeCursor([last.place, last.eventId]) : null;
    return { items: page.map(toView), nextCursor };
  });
}

/** Audited. Throws `not_found`. */
export function replayDelivery(
  context: HooksContext,
  principal: Principal,
  key: { readonly hookId: string; readonly eventId: string },
): Promise<HookDelivery> {
  return context.platform.database.inTenant(principal.workspaceId, async (tx) => {
    if (!(await replayRow(tx, key, context.platform.clock.now()))) throw new RenkeiError('not_found');
    tx.wake('hooks');
    const entry = { principal, action: 'hook.delivery_replayed', subjectId: key.hookId };
    await context.recordAudit(tx, { ...entry, detail: { eventId: key.eventId } });
    const query = { state: undefined, eventId: key.eventId, before: undefined, limit: 1 };
    const [row] = await listDeliveryRows(tx, key.hookId, query);
    if (!row) throw new RenkeiError('not_found');
    return toView(row);
  });
}

/** An event that means nothing, to see whether it arrives. Audited. Throws `not_found`. */
export function sendTestEvent(
  context: HooksContext,
  principal: Principal,
  hookId: string,
): Promise<{ eventId: string }> {
  return context.platform.database.inTenant(principal.workspaceId, async (tx) => {
    if (!(await findHookRow(tx, hookId))) throw new RenkeiError('not_found');
    const at = context.platform.clock.now();
    const eventId = newId();
    const payload = { type: 'hook.test', timestamp: at.toISOString(), data: { hookId } };
    await insertDeliveries(tx, [{ hookId, eventId, eventType: 'hook.test', payload }], at);
    tx.wake('hooks');
    await context.recordAudit(tx, { principal, action: 'hook.tested', subjectId: hookId, detail: {} });
    return { eventId };
  });
}

function toView({ place: _place, occurredAt, nextAt, ...row }: DeliveryRow): HookDelivery {
  return {
    ...row,
    occurredAt: occurredAt.toISOString(),
    nextAt: row.state === 'pending' ? nextAt.toISOString() : null,
  };
}
