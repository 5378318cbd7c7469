/**
 * Nothing in a committed file that belongs to one machine or one person: no addresses of a package registry, no paths of
 * the machine somebody worked on, no private keys or tokens. And no file too large for a text repository.
 */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Findings, Guard } from '../guard.ts';
import { committedFiles, readText, root } from '../repository.ts';

/** What must not be there → how it looks. Written in pieces, so that this file does not find itself. */
const forbidden: readonly (readonly [string, RegExp])[] = [
  [
    'a path of somebody’s machine',
    new RegExp(`(?<![\\w.}/])/(?:${['work', 'root', 'Users/\\w+'].join('|')})/[\\w.-]`),
  ],
  ['a temporary path', new RegExp(`/tmp/${['bash', 'jobs'].join('_')}|/tmp/${'plan'}\\b`)],
  ['a private key', new RegExp(`-----BEGIN (?:\\w+ )*${'PRIVATE'} KEY-----`)],
  [
    'an access token',
    /\b(?:EAA[A-Za-z0-9]{60,}|gh[pousr]_[A-Za-z0-9]{36}|AKIA[A-Z0-9]{16}|xox[abp]-[\w-]{20,})/,
  ],
  ['the address of a registry', /^\s*(?:@[\w-]+:)?registry\s*=|"resolved":\s*"https?:/m],
];

const largestBytes = 2_000_000;
const binary =
  /\.(png|jpe?g|webp|gif|ico|woff2?|pdf|ogg|opus|mp[34]|aac|amr|3gp|webm|docx?|xlsx?|pptx?|zip|exe|wasm)$/;

export const hygiene: Guard = { name: 'hygiene', check };

async function check(): Promise<Findings> {
  const files = committedFiles();
  const problems = files
    .filter((path) => !binary.test(path))
    .flatMap((path) => findForbidden(path, readText(path)));
  const large = files.filter((path) => statSync(join(root, path)).size > largestBytes);
  return {
    looked: { count: files.length, at: 'committed files' },
    problems: [...problems, ...large.map((path) => `${path}: larger than ${largestBytes / 1e6} MB`)],
  };
}

export function findForbidden(path: string, text: string): readonly string[] {
  return forbidden.flatMap(([what, pattern]) => {
    const found = pattern.exec(text);
    if (found === null) return [];
    const line = text.slice(0, found.index).split('\n').length;
    return [`${path}:${line}: ${what}: ${found[0].trim().slice(0, 12)}…`];
  });
}
