/** A variable in a template's text: `{{1}}` or `{{first_name}}`. */
export interface TemplateVariable {
  readonly name: string;
  /** Place of the first brace, and of what follows the last. */
  readonly start: number;
  readonly end: number;
}

/** The variables of a text in the order in which they stand; one that stands twice is listed twice. */
export function listTemplateVariables(text: string): readonly TemplateVariable[] {
  return [...text.matchAll(/\{\{([^{}]*)\}\}/g)].map((match) => ({
    name: (match[1] ?? '').trim(),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The distinct names in order of first appearance: what a send has to fill. */
export function listVariableNames(text: string): readonly string[] {
  return [...new Set(listTemplateVariables(text).map(({ name }) => name))];
}

/** How many words the text has beside its variables; Japanese and other scripts without spaces are counted too. */
export function countFixedWords(text: string): number {
  const fixed = text.replaceAll(/\{\{[^{}]*\}\}/g, ' ');
  return [...words.segment(fixed)].filter(({ isWordLike }) => isWordLike === true).length;
}

const words = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * The fixed words that so many variables need. Meta does not publish its formula; this is what people have found.
 * (Community rule, unconfirmed)
 */
export function communityFixedWords(variables: number): number {
  return 2 * variables + 1;
}
