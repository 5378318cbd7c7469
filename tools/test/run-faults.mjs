import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';
import { runCommand } from './run-command.mjs';

/**
 * The product broken on purpose, for a short time. The broken variants are for `npm run faults -- --mutants`.
 * @param {readonly string[]} filters names of scenarios; none: all of them
 */
export function runFaults(filters) {
  const only = filters.length === 0 ? [] : ['--only', filters.join(',')];
  return runCommand('faults', [
    join(root, 'tools/faults/run.ts'),
    '--profile',
    'quick',
    '--no-mutants',
    ...only,
  ]);
}
