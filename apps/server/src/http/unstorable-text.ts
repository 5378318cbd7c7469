/** What no text of the database may hold, and what is no text: U+0000, and half of a surrogate pair. */
const message = 'Holds U+0000 or half of a character.';

export interface UnstorableText {
  readonly path: readonly string[];
  readonly message: string;
}

/** Where in a value that has passed its schema such texts stand, names of fields included. */
export function findUnstorableTexts(value: unknown, path: readonly string[] = []): readonly UnstorableText[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [{ path, message }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    if (!isStorable(key)) return [{ path, message }];
    return findUnstorableTexts(child, [...path, key]);
  });
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
