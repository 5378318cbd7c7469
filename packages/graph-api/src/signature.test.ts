import { createSecretKey } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeNonAscii, signBody, verifySignature } from './signature.ts';

const secret = 'app-secret';
const body = Buffer.from('{"object":"whatsapp_business_account","entry":[]}');
const header = signBody(secret, body);

describe('signature', () => {
  it('is HMAC-SHA256 in lower-case hex behind sha256=', () => {
    // RFC 4231, test case 2: an outside witness, so that both directions cannot be wrong together.
    expect(signBody('Jefe', Buffer.from('what do ya want for nothing?'))).toBe(
      'sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('verifies what was signed with the same secret, as a string or a key', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.uint8Array(), (anySecret, bytes) => {
        const signed = signBody(anySecret, bytes);
        expect(verifySignature(anySecret, bytes, signed)).toBe(true);
        expect(verifySignature(createSecretKey(anySecret, 'utf8'), bytes, signed)).toBe(true);
      }),
    );
  });

  it('refuses a body that differs in one byte', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, at, flip) => {
          const changed = bytes.with(at % bytes.length, (bytes[at % bytes.length] ?? 0) ^ flip);
          expect(verifySignature(secret, changed, signBody(secret, bytes))).toBe(false);
        },
      ),
    );
  });

  it.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['a list of headers', [header]],
    ['only the scheme', 'sha256='],
    ['hex without the scheme', header.slice('sha256='.length)],
    ['a shortened digest', header.slice(0, -1)],
    ['a lengthened digest', `${header}0`],
    ['upper-case hex', `sha256=${header.slice('sha256='.length).toUpperCase()}`],
    ['an upper-case scheme', header.replace('sha256', 'SHA256')],
    ['the old scheme', header.replace('sha256', 'sha1')],
    ['a trailing line break', `${header}\n`],
    ['a leading space', ` ${header}`],
    ['another secret', signBody('other', body)],
  ])('refuses %s', (_case, given) => {
    expect(verifySignature(secret, body, given)).toBe(false);
  });

  it('refuses everything under an empty secret, because anybody could have signed it', () => {
    expect(verifySignature('', body, signBody('', body))).toBe(false);
    expect(verifySignature(createSecretKey('', 'utf8'), body, signBody('', body))).toBe(false);
  });
});

describe('escapeNonAscii', () => {
  it('writes lower-case hex per UTF-16 unit', () => {
    expect(escapeNonAscii('{"a":"é👍連"}')).toBe('{"a":"\\u00e9\\ud83d\\udc4d\\u9023"}');
  });

  it('makes ASCII that means the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const escaped = escapeNonAscii(JSON.stringify(value));
        expect(Buffer.byteLength(escaped)).toBe(escaped.length);
        expect(JSON.parse(escaped)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
