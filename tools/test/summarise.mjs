/**
 * What a suite's runner reports.
 * @typedef {{ readonly suite: string, readonly passed: number, readonly failures: readonly string[] }} SuiteResult
 */

/**
 * The last lines of a test run: the names of what failed, then the sums. A suite without a single test has failed:
 * a filter or a moved folder must not look like success.
 *
 * @param {readonly SuiteResult[]} results
 */
export function summarise(results) {
  const failures = results.flatMap(({ suite, passed, failures }) => {
    const found = passed === 0 && failures.length === 0 ? ['no test was found'] : failures;
    return found.map((name) => `${suite}: ${name}`);
  });
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const list = failures.length === 0 ? [] : ['', 'Failed:', ...failures.map((name) => `  ${name}`)];
  return {
    lines: [...list, '', `${passed} passed, ${failures.length} failed`],
    isGreen: failures.length === 0 && passed > 0,
  };
}
