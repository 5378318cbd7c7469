/** The whole product under calm, steady work for long: does its memory, its descriptors or its lag grow? */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { report } from '../../apps/server/bench/support/report.ts';
import { openConversations, sendMessages } from '../faults/load/send-messages.ts';
import { writeInbound } from '../faults/load/write-inbound.ts';
import { createRandom } from '../faults/random.ts';
import { openStage, type Stage } from '../faults/stage/open-stage.ts';

const customers = 200;
const inboundPerSecond = 20;
const sendsPerSecond = 10;
const sampleEveryMs = 10_000;
/** What the engine compiles and caches fill comes first; growth is counted from here on. */
const settledAfterShare = 0.2;

interface Sample {
  readonly atMs: number;
  readonly residentMegabytes: number;
  readonly descriptors: number;
  readonly loopLagP99Ms: number;
}

export async function run({ minutes }: { readonly minutes: number }): Promise<void> {
  const stage = await openStage({ seed: 1 });
  try {
    const samples = await work(stage, minutes * 60_000);
    const settled = samples.slice(Math.floor(samples.length * settledAfterShare));
    const [first, last] = [settled.slice(0, 3), settled.slice(-3)];
    const grown = mean(last, 'residentMegabytes') / mean(first, 'residentMegabytes') - 1;
    const descriptors = mean(last, 'descriptors') - mean(first, 'descriptors');
    await report(
      'soak',
      [
        { name: `resident memory grown over ${minutes} minutes`, value: grown * 100, unit: '%', atMost: 5 },
        { name: 'descriptors more than at first', value: descriptors, unit: '', atMost: 10 },
        {
          name: 'event-loop lag, p99, mean of the samples',
          value: mean(settled, 'loopLagP99Ms'),
          unit: 'ms',
          atMost: 50,
        },
      ],
      { minutes, written: stage.record.written.length, sent: stage.record.requested.length, samples },
    );
  } finally {
    await stage.close();
  }
}

async function work(stage: Stage, durationMs: number): Promise<readonly Sample[]> {
  const [workspace] = stage.workspaces;
  const random = createRandom(7);
  const conversations = await openConversations(stage, workspace, customers);
  const samples: Sample[] = [];
  const startedAt = performance.now();
  for (let second = 0; ; second += 1) {
    const elapsedMs = performance.now() - startedAt;
    if (elapsedMs >= durationMs) return samples;
    await writeInbound(stage, workspace, { count: inboundPerSecond, customers, random });
    await sendMessages(stage, workspace, { count: sendsPerSecond, conversations, pauseMs: 0 });
    if (elapsedMs >= (samples.length + 1) * sampleEveryMs) samples.push(await takeSample(stage, elapsedMs));
    const behindMs = performance.now() - startedAt - (second + 1) * 1_000;
    if (behindMs < 0) await pause(-behindMs);
  }
}

async function takeSample(stage: Stage, atMs: number): Promise<Sample> {
  const { pid } = stage.server.life();
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const metrics = await (await fetch(`${stage.server.url}/metrics`)).text();
  return {
    atMs: Math.round(atMs),
    residentMegabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024,
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
    loopLagP99Ms: Number(/^nodejs_eventloop_lag_p99_seconds (\S+)/m.exec(metrics)?.[1] ?? Number.NaN) * 1_000,
  };
}

function mean(samples: readonly Sample[], key: keyof Sample): number {
  return samples.reduce((sum, sample) => sum + sample[key], 0) / samples.length;
}
