/**
 * What our promise to callers must say about itself: every route has a name, a path and an access that fit each other,
 * a changing route with an id can say "not there", nobody is let in unasked except where listed, and every error has
 * both languages and somebody who raises it.
 */
import { type ErrorCode, errorCodes, errorTable, type RouteDefinition, routes } from '@renkei/contract';
import * as z from 'zod';
import type { Findings, Guard } from '../guard.ts';
import { readText, repositoryFiles } from '../repository.ts';

/** The only routes that nobody has to be signed in for. A new one is a decision: it is made here, too. */
const publicRoutes = new Set(['signIn', 'redeemSignInLink', 'acceptInvitation', 'getPublishedMedia']);

export const contract: Guard = { name: 'contract', check };

async function check(): Promise<Findings> {
  const entries = Object.entries<RouteDefinition>(routes);
  return {
    looked: { count: entries.length + errorCodes.length, at: 'routes and error codes' },
    problems: [
      ...entries.flatMap(([key, route]) => checkRoute(key, route)),
      ...findTwins(entries),
      ...checkErrors(),
    ],
  };
}

export function checkRoute(key: string, route: RouteDefinition): readonly string[] {
  const inPath = [...route.path.matchAll(/\/:(\w+)/g)].map(([, name = '']) => name).toSorted();
  const declared = route.params instanceof z.ZodObject ? Object.keys(route.params.shape).toSorted() : [];
  const errors = route.errors ?? [];
  const rules: readonly (readonly [boolean, string])[] = [
    [route.name === key, `its name is ${route.name}`],
    [/^\/v1\/[a-z0-9/:A-Z-]+$/.test(route.path), `odd path ${route.path}`],
    [route.summary.trim() !== '', 'no summary'],
    [
      (route.access === 'public') === publicRoutes.has(key),
      `access ${JSON.stringify(route.access)} is not as listed`,
    ],
    [
      inPath.join() === declared.join(),
      `the path has ${inPath.join() || 'no ids'}, params ${declared.join() || 'none'}`,
    ],
    [inPath.length === 0 || errors.includes('not_found'), 'it takes an id but never answers not_found'],
    [route.method !== 'GET' || (route.body === undefined && route.accepts !== 'upload'), 'a GET with a body'],
    [new Set(errors).size === errors.length, 'an error is listed twice'],
  ];
  return rules
    .filter(([holds]) => !holds)
    .map(([, problem]) => `packages/contract/src/routes: ${key}: ${problem}`);
}

function findTwins(entries: readonly (readonly [string, RouteDefinition])[]): readonly string[] {
  const byAddress = Map.groupBy(
    entries,
    ([, { method, path }]) => `${method} ${path.replace(/:\w+/g, ':id')}`,
  );
  return [...byAddress]
    .filter(([, twins]) => twins.length > 1)
    .map(
      ([address, twins]) =>
        `packages/contract/src/routes: ${address} is ${twins.map(([key]) => key).join(' and ')}`,
    );
}

function checkErrors(): readonly string[] {
  const raised = findRaisedCodes();
  const promised = new Set(Object.values<RouteDefinition>(routes).flatMap((route) => route.errors ?? []));
  return errorCodes.flatMap((code) => {
    const { status, title, remedy } = errorTable[code];
    const rules: readonly (readonly [boolean, string])[] = [
      [status >= 400 && status < 600, `status ${status}`],
      [/^[a-z][a-z_]+$/.test(code), 'codes are words with _ between'],
      [[title.en, remedy.en].every(isEnglish), 'title or remedy is not English'],
      [[title.ja, remedy.ja].every(isJapanese), 'title or remedy is not Japanese'],
      [raised.has(code) || promised.has(code), 'nobody raises it'],
    ];
    return rules
      .filter(([holds]) => !holds)
      .map(([, problem]) => `packages/contract/src/errors.ts: ${code}: ${problem}`);
  });
}

/** Codes that the server's sources name. */
function findRaisedCodes(): ReadonlySet<ErrorCode> {
  const sources = repositoryFiles.filter((path) => /^apps\/server\/src\/.*(?<!\.test)\.ts$/.test(path));
  const text = sources.map(readText).join('\n');
  return new Set(errorCodes.filter((code) => text.includes(`'${code}'`)));
}

export function isJapanese(text: string): boolean {
  return /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(text);
}

export function isEnglish(text: string): boolean {
  return text.trim() !== '' && !isJapanese(text);
}
