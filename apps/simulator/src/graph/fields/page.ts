import type { GraphCall } from '../graph-call.ts';
import { textParameter } from '../graph-call.ts';
import type { GraphError } from '../graph-error.ts';
import { badParameter } from '../input/read-input.ts';

const defaultLimit = 25;

/** Where an edge differs from the others. */
interface PageRules {
  readonly largestLimit?: number;
  readonly badCursor?: () => GraphError;
}

/**
 * One page of an edge: `{"data":[…],"paging":{"cursors":{before,after},"next"?}}`. `limit` is 25 unless told,
 * cursors are opaque (base64 of a position here); no `next` on the last page, no `paging` when there is nothing.
 * Throws 100 for a limit or a cursor that is none.
 */
export function page<Item>(
  call: GraphCall,
  path: string,
  items: readonly Item[],
  show: (item: Item) => unknown,
  { largestLimit = 1000, badCursor = () => badParameter('after', 'is not a valid cursor.') }: PageRules = {},
) {
  const limit = Math.min(largestLimit, limitOf(call));
  const start = startOf(call, limit, badCursor);
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

function limitOf(call: GraphCall): number {
  const text = textParameter(call, 'limit');
  if (text === undefined) return defaultLimit;
  if (!/^-?\d+$/.test(text)) throw badParameter('limit', 'must be an integer.');
  if (Number(text) < 1) throw badParameter('limit', 'must be greater than or equal to 1.');
  return Number(text);
}

function startOf(call: GraphCall, limit: number, badCursor: () => GraphError): number {
  const after = textParameter(call, 'after');
  const before = textParameter(call, 'before');
  if (after) return position(after, badCursor);
  return before ? Math.max(0, position(before, badCursor) - limit) : 0;
}

function cursor(at: number): string {
  return Buffer.from(`QV${at}`).toString('base64url');
}

function position(text: string, badCursor: () => GraphError): number {
  const match = /^QV(\d+)$/.exec(Buffer.from(text, 'base64url').toString('latin1'));
  if (!match) throw badCursor();
  return Number(match[1]);
}

function pageUrl(call: GraphCall, path: string, query: Readonly<Record<string, string>>): string {
  const url = new URL(`/${call.version}/${path}`, call.simulation.origin());
  for (const [name, value] of Object.entries(call.parameters)) {
    if (unrepeated.has(name)) continue;
    url.searchParams.set(name, typeof value === 'string' ? value : JSON.stringify(value));
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

const unrepeated = new Set(['after', 'before', 'limit', 'access_token', 'appsecret_proof']);
