import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const program = join(import.meta.dirname, 'renkei.ts');

test.each([
  ['--message-days', '30'],
  ['--workspace', '019a0000-0000-7000-8000-000000000000'],
])('half of a change of retention is refused and not passed over: %s', async (...options) => {
  const run = promisify(execFile)(process.execPath, [program, 'retention', ...options], {
    env: { ...process.env, LANG: 'C' },
  });
  await expect(run).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('belong together') });
});
