import * as z from 'zod';
import { startChild } from './start-child.ts';

const readySchema = z.object({ url: z.string() });

export function startSimulatorProcess() {
  return startChild('simulator-process.ts', {}, (message) => readySchema.parse(message));
}
