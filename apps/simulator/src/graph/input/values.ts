import { z } from 'zod';

/** Values as Graph takes them: from JSON, and as text from a query or a form. */

/** `true`, `"true"`, `1`, `"1"` and their opposites. */
export const graphBoolean = z.preprocess(
  (value) => booleans.get(String(value).toLowerCase()) ?? value,
  z.boolean(),
);

const booleans: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['false', false],
  ['0', false],
]);

/** A whole number, also as text. */
export const graphInteger = z.preprocess(
  (value) => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value),
  z.int(),
);

/** Text; a number is taken as its digits, as Graph does. */
export const graphText = z.preprocess(
  (value) => (typeof value === 'number' || typeof value === 'boolean' ? String(value) : value),
  z.string(),
);

/** Text of at most so many characters (code points). */
export function graphTextOf(longest: number, shortest = 0) {
  return graphText.pipe(
    z.string().superRefine((text, context) => {
      const length = [...text].length;
      if (length > longest)
        context.addIssue({
          code: 'too_big',
          maximum: longest,
          inclusive: true,
          origin: 'string',
          input: text,
        });
      else if (length < shortest)
        context.addIssue({
          code: 'too_small',
          minimum: shortest,
          inclusive: true,
          origin: 'string',
          input: text,
        });
    }),
  );
}

/** A list: JSON, the text of a JSON list, names between commas, or a single value. */
export function graphList<Item extends z.ZodType>(
  item: Item,
  { min = 0, max = Number.MAX_SAFE_INTEGER }: { readonly min?: number; readonly max?: number } = {},
) {
  return z.preprocess(readList, z.array(item).min(min).max(max));
}

function readList(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const parsed = parseJsonText(value);
  if (Array.isArray(parsed)) return parsed;
  return value
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((part) => part.trim().replace(/^(['"])(.*)\1$/, '$2'))
    .filter((part) => part !== '');
}

/** An object: JSON, or the text of a JSON object. */
export function graphObject<Shape extends z.ZodType>(shape: Shape) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? (parseJsonText(value) ?? value) : value),
    shape,
  );
}

function parseJsonText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller reads it another way or refuses it.
    return undefined;
  }
}

/** `"messaging_product":"whatsapp"`, which most WhatsApp edges demand. */
export const messagingProduct = z.literal('whatsapp');
