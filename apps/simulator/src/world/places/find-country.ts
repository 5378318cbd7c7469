import codes from '../../data/calling-codes.json' with { type: 'json' };

const prefixes: ReadonlyMap<string, string> = new Map(Object.entries(codes.prefixes));
const longestPrefix = Math.max(...[...prefixes.keys()].map(({ length }) => length));

/** The ISO country of a phone number by its calling code and area code; undefined for codes nobody has. */
export function findCountry(waId: string): string | undefined {
  for (let length = longestPrefix; length > 0; length -= 1) {
    const country = prefixes.get(waId.slice(0, length));
    if (country !== undefined) return country;
  }
  return undefined;
}
