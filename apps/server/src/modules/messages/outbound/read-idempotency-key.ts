import { RenkeiError } from '#platform/errors';

/** As long as a line of a batch may give one. */
const longestKey = 200;

/** The caller's key; undefined: none. Throws `invalid_request` for an empty one, which would be everybody's. */
export function readIdempotencyKey(
  headers: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined || (key.length > 0 && key.length <= longestKey)) return key;
  throw new RenkeiError('invalid_request', {
    detail: {
      en: `The header Idempotency-Key takes 1 to ${longestKey} characters.`,
      ja: `Idempotency-Keyヘッダーは1～${longestKey}文字で指定してください。`,
    },
    fields: [{ path: 'Idempotency-Key', message: `must have 1 to ${longestKey} characters` }],
  });
}
