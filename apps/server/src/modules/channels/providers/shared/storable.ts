/**
 * The same value with every text made storable: PostgreSQL takes neither NUL nor half of a surrogate pair, and both
 * can stand in JSON. They become U+FFFD here; the raw event keeps them as they came.
 */
export function makeStorable<Value>(value: Value): Value {
  // The shape is kept: only texts are replaced, by texts.
  return replaceTexts(value) as Value;
}

const suspicious = /[\u0000\ud800-\udfff]/;

function replaceTexts(value: unknown): unknown {
  if (typeof value === 'string') {
    return suspicious.test(value) ? value.replaceAll('\u0000', '\ufffd').toWellFormed() : value;
  }
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map(replaceTexts);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [replaceTexts(key), replaceTexts(item)]),
  );
}
