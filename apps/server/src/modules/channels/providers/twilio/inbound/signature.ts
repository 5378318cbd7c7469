import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';
import { askForRetries } from '../address.ts';

/**
 * Whether `X-Twilio-Signature` is that of a form post: HMAC-SHA1 over the address and every parameter with its value,
 * sorted by name, in base64. Twilio signs the address with or without the port, and its pages do not say whether with the
 * fragment that asks for retries, so all are tried. (Twilio, "Webhooks security", 2026-11) Compared in constant time; never
 * throws.
 */
export function isSignedByTwilio(
  authToken: KeyObject,
  { url, body, signature }: { readonly url: string; readonly body: Uint8Array; readonly signature: unknown },
): boolean {
  if (typeof signature !== 'string' || authToken.symmetricKeySize === 0 || !URL.canParse(url)) return false;
  const given = Buffer.from(signature, 'base64');
  const parameters = flatten(new URLSearchParams(Buffer.from(body).toString('utf8')));
  return spellings(url).some((spelling) => {
    const expected = createHmac('sha1', authToken).update(spelling).update(parameters, 'utf8').digest();
    return given.byteLength === expected.byteLength && timingSafeEqual(given, expected);
  });
}

/** Name and value of each parameter, without anything between them; a repeated pair counts once. */
function flatten(form: URLSearchParams): string {
  const names = [...new Set(form.keys())].toSorted();
  return names.flatMap((name) => [...new Set(form.getAll(name))].map((value) => `${name}${value}`)).join('');
}

const standardPorts: Readonly<Record<string, string>> = { 'https:': '443', 'http:': '80' };

function spellings(url: string): readonly string[] {
  const { protocol, port, host, hostname } = new URL(url);
  // Only the host is touched: everything behind it is signed exactly as it was called.
  const rest = url.slice(url.indexOf(host) + host.length).replace(/^:\d+/, '');
  const withPort = `${protocol}//${hostname}:${port === '' ? standardPorts[protocol] : port}${rest}`;
  const all = [url, withPort, `${protocol}//${hostname}${rest}`];
  return [...all, ...all.map((spelling) => spelling + askForRetries)];
}
