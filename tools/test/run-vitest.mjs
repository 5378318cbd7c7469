import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';

/**
 * Unit, property and integration tests of every workspace.
 * @param {readonly string[]} filters parts of file names; none: all
 * @returns {import('./summarise.mjs').SuiteResult}
 */
export function runVitest(filters) {
  const report = join(root, 'out/test/vitest.json');
  rmSync(report, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      ...filters,
    ],
    { cwd: root, stdio: 'inherit' },
  );
  if (!existsSync(report)) return { suite: 'vitest', passed: 0, failures: [`it ended with code ${status}`] };
  return readReport(JSON.parse(readFileSync(report, 'utf8')), status);
}

/**
 * @param {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} report
 * @param {number | null} status
 * @returns {import('./summarise.mjs').SuiteResult}
 */
function readReport(report, status) {
  const tests = report.testResults.flatMap((file) =>
    file.assertionResults.map((test) => ({ ...test, fullName: `${shorten(file.name)} › ${test.fullName}` })),
  );
  const brokenFiles = report.testResults
    .filter(
      (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
    )
    .map((file) => `${shorten(file.name)} (the file itself)`);
  const failures = [
    ...tests.filter((test) => test.status === 'failed').map((test) => test.fullName),
    ...brokenFiles,
  ];
  const passed = tests.filter((test) => test.status === 'passed').length;
  // An error outside every test (an unhandled rejection, a global teardown) shows in the exit code only.
  if (status !== 0 && failures.length === 0)
    failures.push(`an error outside the tests (exit code ${status})`);
  return { suite: 'vitest', passed, failures };
}

/** @param {string} file */
function shorten(file) {
  return file.startsWith(root) ? file.slice(root.length + 1) : file;
}
