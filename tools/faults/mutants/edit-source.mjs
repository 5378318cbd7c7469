import { readFileSync } from 'node:fs';
import { mutants } from './mutants.mjs';

/** @typedef {import('./mutants.mjs').Edit} Edit */

const sources = new URL('../../../apps/server/src/', import.meta.url);

/**
 * The edits of a mutant. Throws for one that nobody knows, and for edits that no longer find their text: they would be a
 * mistake that is never made, and a harness that proves nothing.
 *
 * @param {string} name
 * @returns {readonly Edit[]}
 */
export function editsOf(name) {
  const mutant = mutants[name];
  if (mutant === undefined)
    throw new Error(`No mutant ${name}. There are ${Object.keys(mutants).join(', ')}.`);
  assertFitting(mutant.edits, name);
  return mutant.edits;
}

/**
 * @param {readonly Edit[]} edits
 * @param {string} what
 */
function assertFitting(edits, what) {
  for (const { file, find } of edits) {
    const times = readFileSync(new URL(file, sources), 'utf8').split(find).length - 1;
    if (times !== 1) throw new Error(`${what}: its text is ${times} times in ${file}, not once: ${find}`);
  }
}

/**
 * The text of a source with the edits that concern it.
 *
 * @param {string} url of the file
 * @param {string} text
 * @param {readonly Edit[]} edits
 */
export function editSource(url, text, edits) {
  return edits
    .filter(({ file }) => url === new URL(file, sources).href)
    .reduce((edited, { find, put }) => edited.replace(find, () => put), text);
}
