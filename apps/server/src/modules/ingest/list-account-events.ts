import {
  type AccountEvent,
  accountEventToldSchema,
  describeAccountEvent,
  describeUnknownAccountEvent,
  type RouteQuery,
  type RouteResponse,
  type routes,
  type Severity,
  severities,
} from '@renkei/contract';
import type { Platform } from '#platform/module';
import { decodeCursor, encodeCursor } from '#platform/paging';
import { type AccountEventRow, listAccountEventRows } from './store-account-events.ts';

const defaultLimit = 50;

/** What the provider told, newest first, each in our words; what has none yet is listed as it came. */
export async function listAccountEvents(
  { database }: Platform,
  workspaceId: string,
  query: RouteQuery<typeof routes.listAccountEvents>,
): Promise<RouteResponse<typeof routes.listAccountEvents>> {
  const limit = query.limit ?? defaultLimit;
  const [occurredAt, id] = decodeCursor(query.cursor, ['instant', 'id']);
  const search = query.search ?? '';
  const rows = await database.inTenant(workspaceId, (transaction) =>
    listAccountEventRows(transaction, {
      severities: atLeast(query.severity),
      field: query.field ?? null,
      channelId: query.channelId ?? null,
      searchPattern: search === '' ? null : search.replace(/[\\%_]/g, '\\$&'),
      before: occurredAt === undefined || id === undefined ? undefined : { occurredAt, id },
      limit: limit + 1,
    }),
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const nextCursor = rows.length > limit && last ? encodeCursor([last.position, last.id]) : null;
  return { items: shown.map(viewAccountEvent), nextCursor };
}

/** That severe or more. */
function atLeast(severity: Severity | undefined): readonly Severity[] {
  return severity === undefined ? severities : severities.slice(severities.indexOf(severity));
}

/** Data that an earlier version has kept may no longer fit its kind; it is then shown as unknown. */
function viewAccountEvent(row: AccountEventRow): AccountEvent {
  const { id, field, event, channelId, wabaId, value, kind, data, occurredAt } = row;
  const told = accountEventToldSchema.safeParse({ kind, data });
  return {
    id,
    told: told.success ? told.data : null,
    ...(told.success ? describeAccountEvent(told.data) : describeUnknownAccountEvent(field, event)),
    field,
    event,
    channelId,
    wabaId,
    value,
    occurredAt: occurredAt.toISOString(),
  };
}
