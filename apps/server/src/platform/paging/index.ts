import * as z from 'zod';
import { RenkeiError } from '#platform/errors';

/** A place in a sorted list: the sort keys of the last row shown, opaque to callers. */
export function encodeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/**
 * The keys again, each of the kind that this list sorts by; none for the first page.
 * @throws RenkeiError invalid_request for a cursor that is not one of ours
 */
export function decodeCursor(cursor: string | undefined, kinds: readonly CursorKey[]): readonly string[] {
  if (cursor === undefined) return [];
  const keys = cursorKeys.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  const fits = keys.success && keys.data.length === kinds.length;
  if (fits && kinds.every((kind, index) => keyPatterns[kind].test(keys.data[index] ?? ''))) return keys.data;
  throw new RenkeiError('invalid_request', {
    fields: [{ path: 'cursor', message: 'is not a cursor of this list' }],
  });
}

/** `instant`: ISO 8601 or as PostgreSQL writes it. */
export type CursorKey = keyof typeof keyPatterns;

const keyPatterns = {
  text: /^[^\0]*$/,
  instant: /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d{1,6})?(Z|[+-]\d\d(:?\d\d)?)$/,
  integer: /^-?\d{1,18}$/,
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
} as const;

const cursorKeys = z.array(z.string().max(200));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
