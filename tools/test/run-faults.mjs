import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';
import { runCommand } from './run-command.mjs';

/** Those that a few seconds are enough for; the rest, and the broken variants, by `npm run faults`. */
const short = [
  'restarts',
  'members',
  'throttles',
  'token',
  'opt-outs',
  'forgeries',
  'clock',
  'late-webhooks',
  'disk-full',
];

/**
 * The product broken on purpose, for a short time.
 * @param {readonly string[]} filters names of scenarios; none: the short ones
 */
export function runFaults(filters) {
  const only = filters.length === 0 ? short : filters;
  return runCommand('faults', [
    join(root, 'tools/faults/run.ts'),
    '--profile',
    'quick',
    '--only',
    only.join(','),
  ]);
}
