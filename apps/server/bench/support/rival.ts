import { fork } from 'node:child_process';
import * as z from 'zod';
import type { BenchDatabase } from './bench-database.ts';
import type { BenchNumber } from './bodies.ts';

/** Programs of the folder `rivals`. */
export const rivalNames = ['whatsapp-api-js', 'chat-adapter', 'builderbot'] as const;

/** A program that takes Meta's webhooks and stores what they say. */
export interface Candidate {
  readonly port: number;
  readonly path: string;
  readonly appSecret: string;
  readonly phoneNumberId: string;
  /** A query over what it has stored: `text` and `sender`. */
  readonly stored: string;
  stop(): Promise<void>;
  /** `kill -9`, then another that goes on. */
  killAndStartAgain(): Promise<Candidate>;
}

const readySchema = z.object({ port: z.number() });

interface RivalNeeds {
  readonly number: BenchNumber;
  readonly postgres: BenchDatabase;
  /** Where its packages are. */
  readonly folder: string;
}

export async function startRival(name: string, needs: RivalNeeds): Promise<Candidate> {
  const { number, postgres, folder } = needs;
  const { appSecret, phoneNumberId } = number;
  const settings = { appSecret, phoneNumberId, packages: folder, connection: postgres.ownerConnection };
  const child = fork(new URL(`../rivals/${name}.mjs`, import.meta.url), {
    env: { ...process.env, BENCH_SETTINGS: JSON.stringify(settings) },
    cwd: folder,
    execArgv: [],
    silent: true,
  });
  // It must be able to go on talking; the last of it tells why it ended.
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (said = `${said}${text}`.slice(-2_000)));
  }
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill(signal);
    });
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(readySchema.parse(message).port));
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}\n${said}`)));
  });
  return {
    port,
    path: '/webhook',
    appSecret,
    phoneNumberId,
    stored: 'select text, sender from rival_inbox',
    stop: () => end('SIGTERM'),
    async killAndStartAgain() {
      await end('SIGKILL');
      return startRival(name, needs);
    },
  };
}
