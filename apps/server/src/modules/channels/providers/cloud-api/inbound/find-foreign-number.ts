/**
 * A number that a body names and that is not among `known`, found without parsing the body. Inside a JSON string the
 * key's quotes are escaped, so a customer who writes it in a message is not taken for Meta. What slips through (a key
 * written with \u escapes) is caught again when the event is parsed.
 */
export function findForeignNumber(body: Buffer, known: ReadonlyMap<string, unknown>): string | undefined {
  for (let at = body.indexOf(key); at !== -1; at = body.indexOf(key, at + key.byteLength)) {
    if (body[at - 1] === backslash) continue;
    const number = readValue(body, at + key.byteLength);
    if (number !== undefined && !known.has(number)) return number;
  }
  return undefined;
}

const key = Buffer.from('"phone_number_id"');
const backslash = 0x5c;
/** Far more than white space and an id need. */
const valueWindowBytes = 128;
const valuePattern = /^\s*:\s*"?([^"\s,}\]]{1,64})/;

function readValue(body: Buffer, from: number): string | undefined {
  return valuePattern.exec(body.toString('latin1', from, from + valueWindowBytes))?.[1];
}
