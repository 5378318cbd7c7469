import fc from 'fast-check';
import { isJsonRecord } from '../json.ts';
import { formatPath } from '../requests/first-issue.ts';
import type { SendProblemCode } from '../requests/problem.ts';
import { arbitrarySend } from './arbitrary-send.ts';
import { boundedTexts } from './send/bounded-texts.ts';
import type { ArbitrarySendOptions } from './send/options.ts';
import { type Path, replaceAt, walk } from './send/walk.ts';

/** A body with one thing wrong, and the refusal that must come for it. */
export interface BrokenSend {
  readonly body: unknown;
  /** What was done: `unknown_key`, `wrong_type`, `too_long` … */
  readonly fault: string;
  readonly code: SendProblemCode;
  /** The path that the refusal's details must name. */
  readonly path: string;
}

/** A valid send with one field broken, and the code and path that Meta's answer must have. */
export function arbitraryBrokenSend(options: ArbitrarySendOptions = {}): fc.Arbitrary<BrokenSend> {
  return arbitrarySend(options).chain((body) => {
    const faults = listFaults(body);
    return fc.nat({ max: faults.length - 1 }).map((index) => faults[index] ?? nobody(body));
  });
}

/** Every way in which this body can be broken. */
function listFaults(body: unknown): readonly BrokenSend[] {
  const places = walk(body).filter(({ path }) => !isOpen(path));
  return [
    nobody(body),
    noContent(body),
    ...places.flatMap(({ path, value }) => (isJsonRecord(value) ? [unknownKey(body, path, value)] : [])),
    ...places.flatMap(({ path, value }) => (typeof value === 'string' ? [wrongType(body, path)] : [])),
    ...places.flatMap(({ path, value }) => {
      const max = typeof value === 'string' ? findLimit(path) : undefined;
      return max === undefined ? [] : [emptied(body, path), tooLong(body, path, max)];
    }),
  ];
}

function nobody(body: unknown): BrokenSend {
  const { to: _to, recipient: _recipient, ...rest } = isJsonRecord(body) ? body : {};
  return { body: rest, fault: 'nobody', code: 131008, path: 'to' };
}

function noContent(body: unknown): BrokenSend {
  const type = isJsonRecord(body) ? String(body.type) : '';
  return { body: replaceAt(body, [type], undefined), fault: 'no_content', code: 131008, path: type };
}

function unknownKey(body: unknown, path: Path, value: object): BrokenSend {
  const at = [...path, 'unheard_of'];
  const broken = replaceAt(body, path, { ...value, unheard_of: 1 });
  return { body: broken, fault: 'unknown_key', code: 100, path: formatPath(at) };
}

function wrongType(body: unknown, path: Path): BrokenSend {
  return { body: replaceAt(body, path, {}), fault: 'wrong_type', code: 100, path: formatPath(path) };
}

function emptied(body: unknown, path: Path): BrokenSend {
  return { body: replaceAt(body, path, ''), fault: 'emptied', code: 131008, path: formatPath(path) };
}

function tooLong(body: unknown, path: Path, max: number): BrokenSend {
  const broken = replaceAt(body, path, '字'.repeat(max + 1));
  return { body: broken, fault: 'too_long', code: 131009, path: formatPath(path) };
}

function findLimit(path: Path): number | undefined {
  const text = formatPath(path);
  return boundedTexts.find(({ at }) => at.test(text))?.max;
}

/** Objects whose keys are the customer's own: nothing in them is unknown to Meta. */
function isOpen(path: Path): boolean {
  return path.includes('flow_action_data') || path.includes('data');
}
