import type { RouteQuery, RouteResponse, routes } from '@renkei/contract';
import type { Platform } from '#platform/module';
import { decodeCursor, encodeCursor } from '#platform/paging';
import { listContactRows } from './store-views.ts';
import { viewContact } from './view-contact.ts';

const pageSize = 50;

export async function listContacts(
  { database }: Platform,
  workspaceId: string,
  { search, cursor }: RouteQuery<typeof routes.listContacts>,
): Promise<RouteResponse<typeof routes.listContacts>> {
  const [name, id] = decodeCursor(cursor, ['text', 'id']);
  const text = search?.trim() ?? '';
  const digits = text.replace(/[\s+\-().]/g, '');
  const rows = await database.inTenant(workspaceId, (transaction) =>
    listContactRows(transaction, {
      searchPattern: text === '' ? null : text.replace(/[\\%_]/g, '\\$&'),
      searchDigits: /^\d{3,}$/.test(digits) ? digits : null,
      after: name === undefined || id === undefined ? undefined : { name, id },
      limit: pageSize + 1,
    }),
  );
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  return {
    items: shown.map(viewContact),
    nextCursor: rows.length > pageSize && last ? encodeCursor([last.sort_name, last.id]) : null,
  };
}
