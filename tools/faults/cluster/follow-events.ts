import { setTimeout as pause } from 'node:timers/promises';
import type { Finding } from '../invariants/invariant.ts';
import type { StageWorkspace } from '../stage/workspaces.ts';
import type { ClusterStage } from './open-cluster.ts';

/** A browser that loses its connection again and again, and goes on at another node where it was. */
export interface FollowedEvents {
  /** Reads what is still to come, then compares with what there is. */
  finish(): Promise<Finding>;
}

/** One connection lasts at most this long, so that many nodes are seen. */
const connectionMs = 4_000;
const finishWithinMs = 30_000;

export async function followEvents(stage: ClusterStage, workspace: StageWorkspace): Promise<FollowedEvents> {
  const first = await newestNumber(stage, workspace);
  const seen: number[] = [];
  const problems: string[] = [];
  const ending = new AbortController();
  let connections = 0;
  let last = first;

  async function readOnce(): Promise<void> {
    const apis = stage.nodes.filter((node) => node.role === 'api' && node.isUp());
    const node = apis[connections % Math.max(1, apis.length)];
    if (!node) {
      await pause(100);
      return;
    }
    connections += 1;
    const response = await fetch(`http://127.0.0.1:${node.port}/v1/events`, {
      headers: { cookie: workspace.cookie, 'last-event-id': String(last), accept: 'text/event-stream' },
      signal: AbortSignal.any([ending.signal, AbortSignal.timeout(connectionMs)]),
    });
    if (!response.ok || !response.body) throw new Error(`events were answered with ${response.status}`);
    for await (const number of readNumbers(response.body)) {
      if (number <= last) {
        // The first line of a connection says where it begins.
        if (number < last) problems.push(`${number} came after ${last}`);
        continue;
      }
      seen.push(number);
      last = number;
    }
  }

  const reading = (async () => {
    while (!ending.signal.aborted) await readOnce().catch(() => pause(100));
  })();

  return {
    async finish() {
      const newest = await newestNumber(stage, workspace);
      const endsAt = performance.now() + finishWithinMs;
      while (last < newest && performance.now() < endsAt) await pause(100);
      ending.abort();
      await reading;
      const known = new Set(seen);
      for (let number = first + 1; number <= newest; number += 1) {
        if (!known.has(number)) problems.push(`${number} never came`);
      }
      return {
        invariant: 'events',
        says: `each event came once, in order, over ${connections} connections to changing nodes (${seen.length})`,
        broken: problems,
      };
    },
  };
}

async function newestNumber({ database }: ClusterStage, { workspaceId }: StageWorkspace): Promise<number> {
  const [row] = await database.query<{ last: string }>(
    'select last_number as last from event_counters where workspace_id = $1',
    [workspaceId],
  );
  return Number(row?.last ?? 0);
}

/** The ids of server-sent events, as they come. */
async function* readNumbers(body: ReadableStream<Uint8Array>): AsyncIterable<number> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of body) {
    text += decoder.decode(piece, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop() ?? '';
    for (const block of blocks) {
      const id = /^id: ?(\d+)$/m.exec(block)?.[1];
      if (id !== undefined) yield Number(id);
    }
  }
}
