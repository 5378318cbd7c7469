import { spawn } from 'node:child_process';
import type { ScenarioFile } from './scenario-file.ts';
import { type Stage, waitFor } from './stage.ts';

export interface RunningSystem {
  stop(): void;
}

type System = NonNullable<ScenarioFile['head']['system']>;

/** Starts what is tested, when the scenario says how, and waits until it is ready. */
export async function startSystem(
  system: System,
  { stage, appId }: { readonly stage: Stage; readonly appId: string },
): Promise<RunningSystem> {
  const child =
    system.start === undefined
      ? undefined
      : spawn(system.start, {
          shell: true,
          // A group of its own, so that the shell's children end with it.
          detached: process.platform !== 'win32',
          stdio: ['ignore', 'inherit', 'inherit'],
          env: {
            ...process.env,
            GRAPH_URL: stage.url,
            APP_ID: appId,
            APP_SECRET: system.appSecret,
            VERIFY_TOKEN: system.verifyToken,
            ACCESS_TOKEN: stage.business.accessToken,
            PHONE_NUMBER_ID: stage.business.phoneNumberId,
            WABA_ID: stage.business.wabaId,
          },
        });
  const stop = () => {
    if (child?.pid === undefined || child.exitCode !== null) return;
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGTERM');
  };
  try {
    await waitUntilReady(system, () => child?.exitCode ?? null);
  } catch (error) {
    stop();
    throw error;
  }
  return { stop };
}

async function waitUntilReady({ ready, startWithin }: System, exitCode: () => number | null): Promise<void> {
  if (ready === undefined) return;
  await waitFor(
    startWithin,
    async () => {
      const code = exitCode();
      if (code !== null) throw new Error(`the system ended with exit code ${code}`);
      return (await fetch(ready).then(({ ok }) => ok, notYet)) || undefined;
    },
    () => `${ready} did not answer 200`,
  );
}

const notYet = () => false;
