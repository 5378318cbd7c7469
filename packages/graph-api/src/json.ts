/** A JSON object of unknown content. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isJsonRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Parses JSON as Meta writes it: template and media ids may be bare integers above 2^53, which a plain
 * `JSON.parse` rounds to a neighbour. Such integers come back as strings of their digits.
 *
 * Throws `SyntaxError` when the text is not JSON.
 */
export function parseJson(text: string): unknown {
  // Reviving costs several times a plain parse and hardly any body holds such an integer.
  return longInteger.test(text) ? JSON.parse(text, keepLongInteger) : JSON.parse(text);
}

/** May also match inside a string, which only costs the slower parse. */
const longInteger = /\d{16}/;

const integer = /^-?\d+$/;

interface ReviverContext {
  /** The value's own text, for primitives only. */
  readonly source?: string;
}

function keepLongInteger(_key: string, value: unknown, context?: ReviverContext): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const source = context?.source;
  return source !== undefined && integer.test(source) ? source : value;
}
