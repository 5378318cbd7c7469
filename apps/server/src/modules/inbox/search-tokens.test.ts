import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText, tokeniseText, toLikePattern, toTsquery } from './search-tokens.ts';

/** What PostgreSQL does with our tsquery over our tokens. */
function matches(tokens: readonly string[], tsquery: string): boolean {
  return tsquery.split(' & ').every((term) => {
    const prefix = term.endsWith(':*');
    const token = (prefix ? term.slice(0, -2) : term).slice(1, -1).replace(/''/g, "'").replace(/\\\\/g, '\\');
    return tokens.some((candidate) => (prefix ? candidate.startsWith(token) : candidate === token));
  });
}

const text = fc.string({ unit: fc.constantFrom(...'請求書をお送りください。Order 12 ｶﾅ👍'), maxLength: 30 });

describe('search tokens', () => {
  it('never miss a text that contains the query', () => {
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(30), (whole, from, length) => {
        const query = [...normaliseText(whole)].slice(from, from + length).join('');
        const tsquery = toTsquery(query);
        expect(tsquery === null || matches(tokeniseText(whole).tokens, tsquery)).toBe(true);
      }),
    );
  });

  it('see full and half width, upper and lower case as the same', () => {
    expect(normaliseText('ＡＢＣ　ｶﾅ')).toBe(normaliseText('abc カナ'));
  });

  it('give nothing to look for when the query is only punctuation', () => {
    expect(toTsquery('。!? ')).toBeNull();
  });

  it('take the signs of LIKE for themselves', () => {
    expect(toLikePattern('100%_\\')).toBe('%100\\%\\_\\\\%');
  });
});
