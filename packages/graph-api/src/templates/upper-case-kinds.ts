import { isJsonRecord } from '../json.ts';

const kindKeys: ReadonlySet<string> = new Set(['type', 'format', 'otp_type']);

/** Meta ignores the case of the kinds inside `components`; upper case here, all the way down. */
export function upperCaseKinds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(upperCaseKinds);
  if (!isJsonRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      kindKeys.has(key) && typeof part === 'string' ? part.toUpperCase() : upperCaseKinds(part),
    ]),
  );
}
