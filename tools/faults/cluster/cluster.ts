import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { drain, outliveSilence } from '../drain.ts';
import { type Finding, NotApplicable } from '../invariants/invariant.ts';
import { checkInvariants } from '../invariants/registry.ts';
import { openConversations, sendMessages } from '../load/send-messages.ts';
import { writeInbound } from '../load/write-inbound.ts';
import type { LonelyScenario } from '../scenarios/scenario.ts';
import { until } from '../stage/until.ts';
import { watchDoubts } from '../stage/watch-doubts.ts';
import type { StageWorkspace } from '../stage/workspaces.ts';
import { type Stopwatch, startStopwatch } from '../stopwatch.ts';
import { followEvents } from './follow-events.ts';
import type { ClusterNode } from './node.ts';
import { type ClusterStage, clusterLeaseMs, openCluster } from './open-cluster.ts';
import { unpackPreviousRelease } from './previous-release.ts';

/**
 * Two API nodes, three workers, three nodes of NATS and a PostgreSQL reached by TCP, under load: each is killed in its
 * turn, all are restarted one after the other, and the release before works beside this one. On a stage of its own.
 */
export const cluster: LonelyScenario = {
  name: 'cluster',
  says: 'several machines, of which each is lost in its turn',
  isIn: () => true,
  async runAlone(profile, random, say) {
    const seed = Math.floor(random() * 1_000_000);
    const watch = startStopwatch();
    const stage = await openCluster(seed, { apis: 2, workers: 3 });
    watch.lap('stage');
    try {
      const findings = await runOn(stage, rounds[profile], random, watch);
      for (const [figure, value] of stage.record.figures) say(`${figure}: ${value}`);
      say(`cluster took: ${watch.tell()}`);
      return findings;
    } finally {
      await stage.close();
    }
  },
};

const rounds = { quick: 1, standard: 3, long: 10 } as const;
/** Of four senders that pause so long each customer is sent a message per 6 s at most, all that a pair may have: nothing piles up. */
const customers = 100;
const pauseMs = 240;

async function runOn(
  stage: ClusterStage,
  times: number,
  random: () => number,
  watch: Stopwatch,
): Promise<readonly Finding[]> {
  const load = await startLoad(stage, random);
  try {
    const followers = await Promise.all(stage.workspaces.map((workspace) => followEvents(stage, workspace)));
    for (let round = 0; round < times; round += 1) await loseEachInTurn(stage, random);
    watch.lap('losses');
    const restarted = await restartAll(stage);
    watch.lap('restarts');
    const mixed = await runBesidePreviousRelease(stage);
    watch.lap('previous release');
    await load.stop();
    stage.record.figures.set('asked of the cluster', `${load.sent()} messages`);
    const drained = await drain(stage);
    const events = await Promise.all(followers.map((follower) => follower.finish()));
    watch.lap('settle');
    const doubts = await outliveSilence(stage);
    watch.lap('liveness');
    const kept = await checkInvariants(stage, { isOver: true });
    watch.lap('invariants');
    return [...restarted, ...mixed, ...drained, ...events, ...doubts, ...kept];
  } finally {
    // Its own failure has been thrown above; after another it is only in the way.
    await load.stop().catch(() => undefined);
  }
}

async function startLoad(stage: ClusterStage, random: () => number) {
  const stopping = new AbortController();
  let sent = 0;
  const work = async (workspace: StageWorkspace): Promise<void> => {
    const conversations = await openConversations(stage, workspace, customers);
    const sending = sendMessages(stage, workspace, {
      count: 1_000_000,
      conversations,
      pauseMs,
      stopping: stopping.signal,
    }).then((count) => (sent += count));
    while (!stopping.signal.aborted) {
      await writeInbound(stage, workspace, { count: 10, customers, random });
      await pause(200);
    }
    await sending;
  };
  let failure: unknown;
  const working = Promise.all(stage.workspaces.map(work)).catch((error: unknown) => (failure = error));
  await until('a first message', async () => stage.record.requested.length > 0);
  return {
    sent: () => sent,
    async stop() {
      stopping.abort();
      await working;
      if (failure !== undefined) throw new Error('The work of the cluster failed', { cause: failure });
    },
  };
}

/** By then somebody else has taken over. */
const calmMs = 1.2 * clusterLeaseMs;

/** `kill -9` of every kind of part, each followed by enough time to be missed. */
async function loseEachInTurn(stage: ClusterStage, random: () => number): Promise<void> {
  const { nodes, nats, database, record } = stage;
  const pick = (role: ClusterNode['role']) => {
    const some = nodes.filter((node) => node.role === role);
    return some[Math.floor(random() * some.length)];
  };
  for (const role of ['api', 'worker', 'worker'] as const) {
    const node = pick(role);
    await node?.kill();
    await noteInDoubt(stage);
    await pause(calmMs);
    await node?.start();
  }
  const one = Math.floor(random() * nats.size);
  await nats.kill(one);
  await pause(calmMs);
  await nats.start(one);
  for (let index = 0; index < nats.size; index += 1) await nats.kill(index);
  const before = record.requested.length;
  await pause(calmMs);
  if (record.requested.length === before) throw new Error('Without NATS nothing was accepted any more.');
  for (let index = 0; index < nats.size; index += 1) await nats.start(index);
  await pause(calmMs);
  await database.restart(500);
  await noteInDoubt(stage);
  await pause(calmMs);
}

/** Attempts under way when something died: only these may stay in doubt. */
async function noteInDoubt({ database, record }: ClusterStage): Promise<void> {
  const rows = await database.query<{ attempt_key: string }>(
    `select attempt_key from attempts where state in ('dispatched', 'unsure')`,
  );
  for (const { attempt_key: attemptKey } of rows) record.inDoubt.add(attemptKey);
}

const stopWithinMs = 15_000;

/** One node after the other, told to stop: nothing may be left in doubt by it. */
async function restartAll(stage: ClusterStage): Promise<readonly Finding[]> {
  await settleDoubts(stage);
  const countDoubts = await watchDoubts(stage.database);
  const bad: string[] = [];
  for (const node of stage.nodes) {
    const { code, tookMs } = await node.stop();
    if (code !== 0 || tookMs > stopWithinMs) bad.push(`${node.name}: ${code} after ${Math.round(tookMs)} ms`);
    await node.start();
  }
  const unsure = await countDoubts();
  return [
    { invariant: 'rolling restart', says: 'exit 0 within 15 s', broken: bad },
    {
      invariant: 'rolling restart',
      says: 'nothing unsure',
      broken: unsure === 0 ? [] : [`${unsure} attempts`],
    },
  ];
}

/** What was under way when something died is counted as its own, not as a restart's: somebody must have taken it over. */
async function settleDoubts({ database, record }: ClusterStage): Promise<void> {
  await until('somebody to take over what was under way', async () => {
    const [row] = await database.query<{ count: string }>(
      `select count(*) from attempts where state = 'dispatched' and attempt_key = any($1)`,
      [[...record.inDoubt]],
    );
    return Number(row?.count) === 0;
  });
}

/** An upgrade half done: the code of before against the schema of now, and then it is told to stop. */
async function runBesidePreviousRelease(stage: ClusterStage): Promise<readonly Finding[]> {
  const folder = join(stage.folder, 'previous release');
  const script = await unpackPreviousRelease(folder).catch((error: unknown) => {
    if (error instanceof NotApplicable) return error;
    throw error;
  });
  if (script instanceof NotApplicable) {
    const says = 'works on this schema beside this release';
    return [{ invariant: 'previous release', says, broken: [], notApplicable: script.message }];
  }
  const countDoubts = await watchDoubts(stage.database);
  const old = await stage.addNode('previous', 'all', script);
  await old.start();
  const requestedBefore = stage.record.requested.length;
  // Alone with the API nodes of now, so that it has to do the work.
  const workers = stage.nodes.filter(({ role }) => role === 'worker');
  await Promise.all(workers.map((worker) => worker.stop()));
  const done = await countDone(stage);
  const enough = async () => (await countDone(stage)) >= done + aloneCount;
  await until('what it does alone', enough, 10_000).catch(() => undefined);
  const worked = (await countDone(stage)) - done;
  await Promise.all(workers.map((worker) => worker.start()));
  await pause(calmMs);
  const { code } = await old.stop();
  const unsure = await countDoubts();
  const requested = stage.record.requested.length - requestedBefore;
  return [
    {
      invariant: 'previous release',
      says: `works on this schema beside this release (${requested} asked, ${worked} done by it alone)`,
      broken: [
        ...(worked > 0 ? [] : ['it did nothing']),
        ...(code === 0 ? [] : [`it ended with ${code}`]),
        ...(unsure === 0 ? [] : [`${unsure} attempts are unsure`]),
      ],
    },
  ];
}

/** So many sends of the release before that nobody else could have made. */
const aloneCount = 50;

async function countDone({ database }: ClusterStage): Promise<number> {
  const [row] = await database.query<{ count: string }>(
    `select count(*) from attempts where state = 'accepted'`,
  );
  return Number(row?.count);
}
