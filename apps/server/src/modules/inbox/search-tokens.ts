/**
 * Substring search for every script, without word boundaries: a text is known by its pairs of neighbouring characters.
 * A query's pairs find candidates, which are then compared as text, so the pairs need only never miss.
 */
export interface SearchTokens {
  readonly normalised: string;
  readonly tokens: readonly string[];
}

/** Texts longer than this are indexed up to here: longer ones are documents, not messages. */
const maxIndexedCharacters = 4_096;

/** One form for what people see as the same: full and half width, upper and lower case. */
export function normaliseText(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export function tokeniseText(text: string): SearchTokens {
  const normalised = normaliseText(text).slice(0, maxIndexedCharacters);
  const tokens = new Set<string>();
  for (const run of runsOf(normalised)) {
    run.forEach((character, index) => tokens.add(character + (run[index + 1] ?? '')));
  }
  return { normalised, tokens: [...tokens] };
}

/**
 * A tsquery that every text containing the query satisfies; null when the query has no letter or digit to look for.
 * A single character is looked for as the beginning of a pair: the last character of a run is a token of its own.
 */
export function toTsquery(query: string): string | null {
  const terms = new Set<string>();
  for (const run of runsOf(normaliseText(query))) {
    if (run.length === 1) terms.add(`${quote(run[0] ?? '')}:*`);
    for (let index = 0; index + 1 < run.length; index += 1)
      terms.add(quote(`${run[index]}${run[index + 1]}`));
  }
  return terms.size === 0 ? null : [...terms].join(' & ');
}

/** For LIKE: the query as it is, with nothing in it meaning anything. */
export function toLikePattern(query: string): string {
  return `%${normaliseText(query).replace(/[\\%_]/g, '\\$&')}%`;
}

/** Runs of letters, marks, digits and pictures, as code points. */
function runsOf(normalised: string): readonly (readonly string[])[] {
  return [...normalised.matchAll(/[\p{L}\p{M}\p{N}\p{Extended_Pictographic}]+/gu)].map(([run]) => [...run]);
}

function quote(token: string): string {
  return `'${token.replace(/['\\]/g, '$&$&')}'`;
}
