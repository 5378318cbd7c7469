import type { GraphCall } from '../graph-call.ts';
import { textParameter } from '../graph-call.ts';

const defaultLimit = 25;

/**
 * One page of an edge: `{"data":[…],"paging":{"cursors":{before,after},"next"?}}`. `limit` is 25 unless told,
 * cursors are opaque (base64 of a position here); no `next` on the last page, no `paging` when there is nothing.
 */
export function page<Item>(
  call: GraphCall,
  path: string,
  items: readonly Item[],
  show: (item: Item) => unknown,
) {
  const limit = Math.max(
    1,
    Math.min(1000, Number(textParameter(call, 'limit') ?? defaultLimit) || defaultLimit),
  );
  const start = startOf(call, limit);
  const shown = items.slice(start, start + limit);
  if (shown.length === 0) return { data: [] };
  const end = start + shown.length;
  const cursors = { before: cursor(start), after: cursor(end) };
  const next =
    end < items.length ? { next: pageUrl(call, path, { limit: String(limit), after: cursors.after }) } : {};
  const previous =
    start > 0 ? { previous: pageUrl(call, path, { limit: String(limit), before: cursors.before }) } : {};
  return { data: shown.map(show), paging: { cursors, ...next, ...previous } };
}

function startOf(call: GraphCall, limit: number): number {
  const after = textParameter(call, 'after');
  const before = textParameter(call, 'before');
  if (after !== undefined) return position(after);
  return before === undefined ? 0 : Math.max(0, position(before) - limit);
}

function cursor(at: number): string {
  return Buffer.from(`QV${at}`).toString('base64url');
}

function position(text: string): number {
  return Number(Buffer.from(text, 'base64url').toString('latin1').slice(2)) || 0;
}

function pageUrl(call: GraphCall, path: string, query: Readonly<Record<string, string>>): string {
  const url = new URL(`/${call.version}/${path}`, call.simulation.origin());
  for (const [name, value] of Object.entries(call.parameters)) {
    if (typeof value === 'string' && !['after', 'before', 'limit', 'access_token'].includes(name)) {
      url.searchParams.set(name, value);
    }
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
