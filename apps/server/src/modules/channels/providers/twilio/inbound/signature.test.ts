import { createSecretKey } from 'node:crypto';
import twilio from 'twilio';
import { describe, expect, it } from 'vitest';
import { isSignedByTwilio } from './signature.ts';

const token = 'auth-token-of-the-account';
const key = createSecretKey(token, 'utf8');
const url = 'https://chat.example.com/webhooks/twilio/0198?attempt=a%2Bb';
const form = {
  To: 'whatsapp:+81355500100',
  Body: 'こんにちは & more=1',
  From: 'whatsapp:+819012345678',
  A: '',
};
const bodyOf = (values: Record<string, string>) => Buffer.from(new URLSearchParams(values).toString());
/** As Twilio's own library makes it. */
const sign = (of: string, values: Record<string, string>, with_ = token) =>
  twilio.getExpectedTwilioSignature(with_, of, values);
const isSigned = (more: Partial<Parameters<typeof isSignedByTwilio>[1]>) =>
  isSignedByTwilio(key, { url, body: bodyOf(form), signature: sign(url, form), ...more });

describe("a signature of Twilio's own library", () => {
  it('is accepted', () => {
    expect(isSigned({})).toBe(true);
  });

  it('is accepted with the port in the address, or without', () => {
    expect(isSigned({ signature: sign(url.replace('.com/', '.com:443/'), form) })).toBe(true);
    expect(isSigned({ url: url.replace('.com/', '.com:8443/'), signature: sign(url, form) })).toBe(true);
  });

  it('is accepted with the fragment that asks for retries', () => {
    expect(isSigned({ signature: sign(`${url}#rc=5&rp=all`, form) })).toBe(true);
  });

  it.each([
    ['none', { signature: undefined }],
    ['an empty one', { signature: '' }],
    ['one of another token', { signature: sign(url, form, 'another') }],
    ['one of another address', { signature: sign(url.replace('0198', '0199'), form) }],
    ['one without the query', { signature: sign(url.replace(/\?.*/, ''), form) }],
    ['one of another body', { body: bodyOf({ ...form, Body: 'changed' }) }],
    ['one of a body with more in it', { body: bodyOf({ ...form, Extra: '1' }) }],
    ['one of a body with less in it', { body: bodyOf({ To: form.To }) }],
    ['one cut short', { signature: sign(url, form).slice(0, -4) }],
  ])('is refused when there is %s', (_what, more) => {
    expect(isSigned(more)).toBe(false);
  });

  it('is refused under an empty token, which everybody has', () => {
    const empty = createSecretKey('', 'utf8');
    const signature = sign(url, form, '');
    expect(isSignedByTwilio(empty, { url, body: bodyOf(form), signature })).toBe(false);
  });
});
