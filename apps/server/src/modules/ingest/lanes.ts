/**
 * Events of one lane are worked off one batch after the other, lanes of a workspace beside each other, by any number of
 * processes. A contact's events come in by one number, so their order is that of the number's lane.
 */

/** Numbered from 1; a change needs a migration that puts what waits into `wholeWorkspace`. */
export const laneCount = 16;

/** Of an event that concerns several numbers: it comes after everything before it and before everything after it. */
export const wholeWorkspace = 0;

/** The lane of a body, found without parsing it: of the one number it names, else of the endpoint it came to. */
export function laneOf({ endpointId, body }: { readonly endpointId: string; readonly body: Buffer }): number {
  const numbers = readNumbers(body);
  if (numbers.size > 1) return wholeWorkspace;
  const [number = endpointId] = numbers;
  return 1 + (hash(number) % laneCount);
}

const key = Buffer.from('"phone_number_id"');
const backslash = 0x5c;
/** Far more than white space and an id need. */
const valueWindowBytes = 128;
const valuePattern = /^\s*:\s*"?([^"\s,}\]]{1,64})/;

/** Inside a JSON string the key's quotes are escaped, so a customer who writes it is not taken for the provider. */
function readNumbers(body: Buffer): ReadonlySet<string> {
  const numbers = new Set<string>();
  for (let at = body.indexOf(key); at !== -1; at = body.indexOf(key, at + key.byteLength)) {
    if (body[at - 1] === backslash) continue;
    const from = at + key.byteLength;
    const number = valuePattern.exec(body.toString('latin1', from, from + valueWindowBytes))?.[1];
    if (number !== undefined) numbers.add(number);
  }
  return numbers;
}

/** FNV-1a with a final mix: the last digits of ids that follow each other must spread. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  state ^= state >>> 16;
  state = Math.imul(state, 0x85ebca6b);
  return (state ^ (state >>> 13)) >>> 0;
}
