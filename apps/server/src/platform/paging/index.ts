import * as z from 'zod';
import { RenkeiError } from '#platform/errors';

/** A place in a sorted list: the sort keys of the last row shown, opaque to callers. */
export function encodeCursor(keys: readonly string[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** The keys again; none for the first page. Throws `invalid_request` for a cursor that is not one of ours. */
export function decodeCursor(cursor: string | undefined, keyCount: number): readonly string[] {
  if (cursor === undefined) return [];
  const keys = cursorKeys.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')));
  if (!keys.success || keys.data.length !== keyCount) {
    throw new RenkeiError('invalid_request', {
      fields: [{ path: 'cursor', message: 'is not a cursor of this list' }],
    });
  }
  return keys.data;
}

const cursorKeys = z.array(z.string().max(200));

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
