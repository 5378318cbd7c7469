import type { RouteQuery, RouteResponse, routes } from '@renkei/contract';
import type { Platform } from '#platform/module';
import { decodeCursor, encodeCursor } from '#platform/paging';
import { type AccountEventRow, listAccountEventRows } from './store-account-events.ts';

const pageSize = 50;

export async function listAccountEvents(
  { database }: Platform,
  workspaceId: string,
  { cursor }: RouteQuery<typeof routes.listAccountEvents>,
): Promise<RouteResponse<typeof routes.listAccountEvents>> {
  const [occurredAt, id] = decodeCursor(cursor, ['instant', 'id']);
  const before = occurredAt === undefined || id === undefined ? undefined : { occurredAt, id };
  const rows = await database.inTenant(workspaceId, (transaction) =>
    listAccountEventRows(transaction, { before, limit: pageSize + 1 }),
  );
  const items = rows.slice(0, pageSize).map(viewAccountEvent);
  const last = items.at(-1);
  const nextCursor = rows.length > pageSize && last ? encodeCursor([last.occurredAt, last.id]) : null;
  return { items, nextCursor };
}

function viewAccountEvent(row: AccountEventRow) {
  return {
    id: row.id,
    field: row.field,
    event: row.event,
    channelId: row.channel_id,
    wabaId: row.waba_id,
    value: row.value,
    occurredAt: row.occurred_at.toISOString(),
  };
}
