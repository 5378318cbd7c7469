/** @typedef {{ readonly en: string, readonly ja: string }} Localized */

/** @param {Localized} text */
export function inTerminalLanguage(text) {
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  return locale.toLowerCase().startsWith('ja') ? text.ja : text.en;
}

/** @param {Localized} text */
export function say(text) {
  console.log(inTerminalLanguage(text));
}

/** A failure that a sentence explains; no stack is shown. */
export class Sentence extends Error {
  /** @param {Localized} text */
  constructor(text) {
    super(inTerminalLanguage(text));
  }
}
