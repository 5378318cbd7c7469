import { describe, expect, test } from 'vitest';
import { canaries } from './canaries.ts';
import type { Cruise } from './cruise.ts';
import { findMissedCanaries, findUnseen, findUntestedRules } from './imports.ts';

const canary = { rule: 'no-cycles', file: 'apps/server/src/a.ts', imports: './b.ts' };

function cruised(violations: Cruise['violations'], rules: readonly string[] = []): Cruise {
  return { seen: new Set(), violations, rules: new Map(rules.map((rule) => [rule, rule])) };
}

describe('the imports guard', () => {
  test('names every file that the checker did not see', () => {
    expect(findUnseen(new Set(['a.ts']), ['a.ts', 'b.ts'])).toEqual([
      'b.ts: dependency-cruiser did not see it',
    ]);
  });

  test('fails when a planted violation is not caught, or only by another rule', () => {
    const other = { rule: 'no-unresolved', from: canary.file, to: 'b.ts' };
    expect(findMissedCanaries(cruised([other]), [canary])).toHaveLength(1);
  });

  test('counts a cycle as caught from either of its ends', () => {
    const from = { rule: canary.rule, from: canary.file, to: 'b.ts' };
    const to = { rule: canary.rule, from: 'b.ts', to: canary.file };
    expect(findMissedCanaries(cruised([from]), [canary])).toEqual([]);
    expect(findMissedCanaries(cruised([to]), [canary])).toEqual([]);
  });

  test('fails for a rule without a canary', () => {
    expect(findUntestedRules(cruised([], ['no-cycles', 'new-rule']), [canary])).toEqual([
      'tools/check/imports/canaries.ts: the rule new-rule has no canary',
    ]);
  });

  test('plants no two canaries in one file', () => {
    const files = canaries.map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
  });
});
