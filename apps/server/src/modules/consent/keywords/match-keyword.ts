import { keywordSets, optOutButtons, stopEverything } from './keyword-sets.ts';

export interface KeywordMatch {
  readonly meaning: 'opt_out' | 'opt_in' | 'help';
  /** BCP 47. */
  readonly language: string;
  /** It may mean something else: it counts as an answer to a question only. */
  readonly isAmbiguous: boolean;
  /** Of an opt-out: whether everything is to stop, or marketing. */
  readonly stopsEverything: boolean;
}

/**
 * What a whole message means, in whatever language it is written; undefined: it is no keyword. Where it is one of several
 * languages, opt-out wins, and of two that stop the one that is clear. Pure.
 */
export function matchKeyword(text: string): KeywordMatch | undefined {
  const key = normalise(text);
  if (key === '') return undefined;
  const matches = table.get(key) ?? table.get(withoutDiacritics(key));
  return matches?.toSorted(byWeight)[0];
}

/** How Meta's own button reads is taken beside the words. */
export function matchButton(text: string): KeywordMatch | undefined {
  const isMetas = optOutButtons.some((label) => normalise(label) === normalise(text));
  if (!isMetas) return matchKeyword(text);
  return { meaning: 'opt_out', language: 'en', isAmbiguous: false, stopsEverything: false };
}

/** From the first to the last that is neither punctuation nor a space; read once, however long a row of them is. */
const withoutSurroundings = /[^\p{P}\p{S}\s](?:.*[^\p{P}\p{S}\s])?/su;

/** NFKC, spaces as one, nothing around it, in lower case, one kind of apostrophe. */
function normalise(text: string): string {
  const [inner = ''] = withoutSurroundings.exec(text.normalize('NFKC')) ?? [];
  return inner.replace(/\s+/g, ' ').replace(/[’ʼ]/g, "'").toLowerCase().normalize('NFC');
}

/** Of Latin, Greek and Cyrillic letters: in other scripts such marks are vowels or voices and change the word. */
function withoutDiacritics(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
}

const table = buildTable();

function buildTable(): ReadonlyMap<string, readonly KeywordMatch[]> {
  const everything = new Set(stopEverything.map(normalise));
  const entries = Object.entries(keywordSets).flatMap(([language, { optIn, optOut, help, ambiguous }]) => {
    const unclear = new Set(ambiguous.map(normalise));
    const entriesOf = (meaning: KeywordMatch['meaning'], words: readonly string[]) =>
      words.map(normalise).map((key) => ({
        key,
        match: { meaning, language, isAmbiguous: unclear.has(key), stopsEverything: everything.has(key) },
      }));
    return [...entriesOf('opt_out', optOut), ...entriesOf('opt_in', optIn), ...entriesOf('help', help)];
  });
  const both = entries.flatMap(({ key, match }) =>
    [...new Set([key, withoutDiacritics(key)])].map((spelling) => ({ spelling, match })),
  );
  const grouped = Map.groupBy(both, ({ spelling }) => spelling);
  return new Map([...grouped].map(([spelling, items]) => [spelling, items.map(({ match }) => match)]));
}

const weights = { opt_out: 0, opt_in: 1, help: 2 } as const;

/** A word that is clear in one language stops even where another has it as unclear; to agree it must be clear in all. */
function byWeight(one: KeywordMatch, other: KeywordMatch): number {
  const byMeaning = weights[one.meaning] - weights[other.meaning];
  if (byMeaning !== 0) return byMeaning;
  const byClarity = Number(one.isAmbiguous) - Number(other.isAmbiguous);
  return one.meaning === 'opt_in' ? -byClarity : byClarity;
}
