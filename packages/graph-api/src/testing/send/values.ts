import fc from 'fast-check';

/** Text of 1 to `max` code points, in several scripts, that begins with a letter. */
export function words(max: number): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom('a', 'Z', 'あ', '漢'),
      fc.string({
        unit: fc.constantFrom('b', 'Y', '7', ' ', 'い', '字', 'é', '.'),
        maxLength: Math.min(max, 24) - 1,
      }),
    )
    .map(([first, rest]) => first + rest);
}

/** Text without spaces, for identifiers. */
export function identifier(max: number): fc.Arbitrary<string> {
  return fc.string({
    unit: fc.constantFrom('a', 'B', '3', '_', '-'),
    minLength: 1,
    maxLength: Math.min(max, 20),
  });
}

export const digits = fc.integer({ min: 1_000_000, max: 999_999_999 }).map(String);
export const webAddress = identifier(20).map((path) => `https://example.com/${path}`);

/** The object when the coin falls so: for keys that may be left out. */
export function maybe<Value extends object>(
  value: fc.Arbitrary<Value>,
): fc.Arbitrary<Value | Record<never, never>> {
  return fc.oneof(value, fc.constant({}));
}
