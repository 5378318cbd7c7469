import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';
import { findChromium } from './find-chromium.mjs';

/**
 * The journeys: a real browser against the running product.
 * @param {readonly string[]} filters
 * @returns {import('./summarise.mjs').SuiteResult}
 */
export function runPlaywright(filters) {
  const chromium = findChromium();
  if ('missing' in chromium) return { suite: 'e2e', passed: 0, failures: [chromium.missing] };
  const report = join(root, 'out/test/playwright.json');
  rmSync(report, { force: true });
  const { status } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/@playwright/test/cli.js'),
      ...['test', '--config', join(root, 'e2e/playwright.config.ts'), '--reporter=list,json'],
      ...filters,
    ],
    {
      cwd: join(root, 'e2e'),
      stdio: 'inherit',
      env: { ...process.env, CHROMIUM_PATH: chromium.path, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    },
  );
  if (!existsSync(report)) return { suite: 'e2e', passed: 0, failures: [`it ended with code ${status}`] };
  return readReport(JSON.parse(readFileSync(report, 'utf8')), status);
}

/**
 * @typedef {{ title: string, file?: string, suites?: Suite[], specs?: { title: string, file: string, tests: { status: string }[] }[] }} Suite
 * @param {{ suites: Suite[], errors: { message?: string }[] }} report
 * @param {number | null} status
 * @returns {import('./summarise.mjs').SuiteResult}
 */
function readReport(report, status) {
  const specs = report.suites.flatMap(specsOf);
  const outcomes = specs.flatMap((spec) =>
    spec.tests.map((test) => ({ name: `${spec.file} › ${spec.title}`, status: test.status })),
  );
  // "flaky" failed first and passed again: a failure until shown otherwise.
  const failures = outcomes
    .filter(({ status }) => status === 'unexpected' || status === 'flaky')
    .map(({ name }) => name);
  failures.push(
    ...report.errors.map((error) => (error.message ?? 'an error outside the tests').split('\n')[0] ?? ''),
  );
  if (status !== 0 && failures.length === 0)
    failures.push(`an error outside the tests (exit code ${status})`);
  return { suite: 'e2e', passed: outcomes.filter(({ status }) => status === 'expected').length, failures };
}

/**
 * @param {Suite} suite
 * @returns {NonNullable<Suite['specs']>}
 */
function specsOf(suite) {
  return [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];
}
