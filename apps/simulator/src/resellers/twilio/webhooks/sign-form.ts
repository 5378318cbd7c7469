import { createHmac } from 'node:crypto';

/**
 * `X-Twilio-Signature` of a form post: HMAC-SHA1, in base64, over the address without its fragment and every name with its
 * value, sorted by name. (Twilio, "Webhooks security", 2026-11)
 */
export function signForm(authToken: string, url: string, form: string): string {
  const parameters = [...new URLSearchParams(form)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const signed = url.replace(/#.*$/, '') + parameters.flat().join('');
  return createHmac('sha1', authToken).update(signed, 'utf8').digest('base64');
}
