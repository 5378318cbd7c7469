import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listPhoneVariants } from './phone-variants.ts';

const digits = (prefix: RegExp) => fc.stringMatching(prefix);

const anyNumber = fc.oneof(
  digits(/^55[1-9]\d9[6-9]\d{7}$/),
  digits(/^55[1-9]\d[6-9]\d{7}$/),
  digits(/^521?[2-9]\d{9}$/),
  digits(/^549?[1-3]\d{9}$/),
  digits(/^[1-9]\d{4,14}$/),
);

describe('listPhoneVariants', () => {
  it.each([
    ['Brazil with the ninth digit', '5511987654321', '551187654321'],
    ['Brazil without it', '551187654321', '5511987654321'],
    ['Mexico with the mobile prefix', '5215512345678', '525512345678'],
    ['Mexico without it', '525512345678', '5215512345678'],
    ['Argentina with the 9', '5491123456789', '541123456789'],
    ['Argentina without it', '541123456789', '5491123456789'],
  ])('knows both ways of %s', (_case, given, other) => {
    expect(listPhoneVariants(given)).toEqual([given, other]);
  });

  it.each([
    ['a Brazilian landline, whose ninth digit would make it a stranger', '551133334444'],
    ['a Brazilian mobile that never had eight digits', '5511933334444'],
    ['a number elsewhere', '12025550177'],
    ['a Japanese number', '819012345678'],
    ['a user id', 'US.2048'],
    ['nothing', ''],
  ])('leaves %s alone', (_case, given) => {
    expect(listPhoneVariants(given)).toEqual([given]);
  });

  it('names the given number first and nothing twice', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const variants = listPhoneVariants(number);
        expect(variants[0]).toBe(number);
        expect(new Set(variants).size).toBe(variants.length);
      }),
    );
  });

  it('is symmetric: the variants of a variant are the same set', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        const variants = listPhoneVariants(number);
        for (const variant of variants) {
          expect([...listPhoneVariants(variant)].sort()).toEqual([...variants].sort());
        }
      }),
    );
  });
});
