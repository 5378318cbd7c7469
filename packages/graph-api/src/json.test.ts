import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from './json.ts';

describe('parseJson', () => {
  it('keeps integers above 2^53 as their digits, wherever they stand', () => {
    expect(parseJson('{"id":7200112233445567899,"list":[-9007199254740993],"small":42}')).toEqual({
      id: '7200112233445567899',
      list: ['-9007199254740993'],
      small: 42,
    });
  });

  it('leaves long fractions and digits inside strings alone', () => {
    expect(parseJson('{"latitude":38.89795712345678901,"text":"9007199254740993"}')).toEqual({
      latitude: 38.89795712345679,
      text: '9007199254740993',
    });
  });

  it('throws on text that is not JSON', () => {
    expect(() => parseJson('{"a":')).toThrow(SyntaxError);
  });

  it('parses everything else as JSON.parse does, beside a long integer too', () => {
    const longInteger = /(?<![\d.])\d{16,}(?![\d.e])/;
    fc.assert(
      fc.property(
        fc.json().filter((text) => !longInteger.test(text)),
        (text) => {
          expect(parseJson(text)).toEqual(JSON.parse(text));
          expect(parseJson(`[${text},12345678901234567890]`)).toEqual([
            JSON.parse(text),
            '12345678901234567890',
          ]);
        },
      ),
    );
  });

  it('keeps every digit of every long integer', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 2n ** 53n, max: 2n ** 90n }), (integer) => {
        expect(parseJson(`{"id":${integer}}`)).toEqual({ id: String(integer) });
      }),
    );
  });
});
