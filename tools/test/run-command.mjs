import { spawn } from 'node:child_process';

/**
 * A suite that prints its own results, shown as they come: a line `BROKEN …` or `MISSED …` for each failure, and
 * `<name>: N passed, N failed` as its last one.
 *
 * @param {string} suite
 * @param {readonly string[]} args of Node.js
 * @returns {Promise<import('./summarise.mjs').SuiteResult>}
 */
export async function runCommand(suite, args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    process.stdout.write(text);
  });
  const ended = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  return readResult(suite, output, ended);
}

/**
 * @param {string} suite
 * @param {string} output
 * @param {string | number | null} ended its exit code, or the signal that ended it
 * @returns {import('./summarise.mjs').SuiteResult}
 */
export function readResult(suite, output, ended) {
  const [, passed, failed] = /: (\d+) passed, (\d+) failed\s*$/.exec(output) ?? [];
  if (passed === undefined) return { suite, passed: 0, failures: [`it ended with ${ended} and no result`] };
  const named = output
    .split('\n')
    .filter((line) => /^(BROKEN|MISSED) /.test(line))
    .map((line) => line.replace(/^\w+\s+/, ''));
  const unnamed = Math.max(0, Number(failed) - named.length);
  const failures = unnamed > 0 ? [...named, `${unnamed} failures`] : named;
  if (ended !== 0 && failures.length === 0) failures.push(`it ended with ${ended}`);
  return { suite, passed: Number(passed), failures };
}
