import { setTimeout as delay } from 'node:timers/promises';
import { readProcess } from '#platform/embedded-postgres';
import type { RecordedChild } from './data-folder-lock.ts';

/** As long as the server may take when it is told to stop. */
const stopWithinMs = 13_000;
const pollEveryMs = 50;

/** Ends what a killed supervisor left running, and nothing else: a pid that was reused has another start mark. */
export async function endAbandonedChildren(children: readonly RecordedChild[]): Promise<void> {
  await Promise.all(children.map(endChild));
}

async function endChild(child: RecordedChild): Promise<void> {
  const deadlineMs = performance.now() + stopWithinMs;
  let signal: NodeJS.Signals = 'SIGTERM';
  while (await isAlive(child)) {
    send(child.pid, signal);
    await delay(pollEveryMs);
    if (performance.now() > deadlineMs) signal = 'SIGKILL';
  }
}

async function isAlive(child: RecordedChild): Promise<boolean> {
  return (await readProcess(child.pid))?.startMark === child.startMark;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
