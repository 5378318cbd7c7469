import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/**
 * The `X-Hub-Signature-256` header: HMAC-SHA256 of the raw body bytes under the app secret, as lower-case hex
 * behind `sha256=`. (Meta, "Webhooks: validating payloads", read 2026-11.)
 */
export function signBody(appSecret: AppSecret, bytes: Uint8Array): string {
  return `${scheme}${digest(appSecret, bytes).toString('hex')}`;
}

/**
 * True only for the exact header that `signBody` makes, compared in constant time. A missing, shortened,
 * upper-case or differently prefixed header is false, never an exception; so is an empty secret, because
 * everybody can sign with that.
 *
 * Pass a `KeyObject` (`createSecretKey`) where many bodies are verified under one secret.
 */
export function verifySignature(appSecret: AppSecret, bytes: Uint8Array, header: unknown): boolean {
  if (typeof header !== 'string' || !wellFormed.test(header)) return false;
  if (isEmpty(appSecret)) return false;
  return timingSafeEqual(digest(appSecret, bytes), Buffer.from(header.slice(scheme.length), 'hex'));
}

/**
 * Writes every UTF-16 unit outside ASCII as `\uXXXX` with lower-case hex, as Meta does before it signs. The
 * result is the same JSON; a receiver that parses and serialises again before verifying will fail on it.
 */
export function escapeNonAscii(json: string): string {
  return json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export type AppSecret = string | KeyObject;

const scheme = 'sha256=';
const wellFormed = /^sha256=[0-9a-f]{64}$/;

function isEmpty(appSecret: AppSecret): boolean {
  return typeof appSecret === 'string' ? appSecret === '' : appSecret.symmetricKeySize === 0;
}

function digest(appSecret: AppSecret, bytes: Uint8Array): Buffer {
  return createHmac('sha256', appSecret).update(bytes).digest();
}
