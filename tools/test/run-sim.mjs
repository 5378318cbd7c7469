import { join } from 'node:path';
import { root } from '../bootstrap/root.mjs';
import { runCommand } from './run-command.mjs';

/** Sending and status merging in 2,000 small worlds. */
export function runSim() {
  return runCommand('sim', [join(root, 'tools/sim/run.mjs'), '--seeds', '2000']);
}
