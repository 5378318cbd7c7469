import { describe, expect, test } from 'vitest';
import { summarise } from './summarise.mjs';

describe('the end of a test run', () => {
  test('is one line with the sums of all suites', () => {
    const { lines, isGreen } = summarise([
      { suite: 'vitest', passed: 40, failures: [] },
      { suite: 'e2e', passed: 2, failures: [] },
    ]);
    expect(lines.at(-1)).toBe('42 passed, 0 failed');
    expect(isGreen).toBe(true);
  });

  test('names what failed before it', () => {
    const { lines, isGreen } = summarise([
      { suite: 'e2e', passed: 1, failures: ['inbox › a reply arrives'] },
    ]);
    expect(lines).toContain('  e2e: inbox › a reply arrives');
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
    expect(isGreen).toBe(false);
  });

  test('is a failure when a suite found no test at all', () => {
    const { lines, isGreen } = summarise([
      { suite: 'vitest', passed: 40, failures: [] },
      { suite: 'e2e', passed: 0, failures: [] },
    ]);
    expect(lines.at(-1)).toBe('40 passed, 1 failed');
    expect(isGreen).toBe(false);
  });
});
