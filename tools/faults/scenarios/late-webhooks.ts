import { post, signedRequest } from '../load/forgeries.ts';
import { readWebhooks } from '../load/ledger.ts';
import type { Stage } from '../stage/open-stage.ts';
import { passTime } from '../stage/pass-time.ts';
import { until } from '../stage/until.ts';
import type { StageWorkspace } from '../stage/workspaces.ts';
import { defineScenario } from './scenario.ts';

const dayMs = 24 * 60 * 60 * 1_000;
const [lateFrom, staleFrom] = [900, 930];

/** Bodies that come much too late, and bodies that come again long after. */
export const lateWebhooks = defineScenario({
  name: 'late-webhooks',
  says: 'messages of 7 and of more than 8 days ago open no window; bodies that come again days later change nothing',
  points: [],
  sizes: {
    quick: { replays: 40, laterMs: [1_000, 9 * dayMs] },
    standard: { replays: 500, laterMs: [1_000, dayMs, 9 * dayMs, 400 * dayMs] },
    long: { replays: 500, laterMs: [1_000, dayMs, 9 * dayMs, 400 * dayMs] },
  },
  async run(stage, { replays, laterMs }) {
    const [a] = stage.workspaces;
    const opened = await writeLate(stage, a);
    const bodies = await takeDelivered(stage, replays);
    const changed: string[] = [];
    const refused: string[] = [];
    for (const later of laterMs) {
      if (later >= dayMs) {
        await stage.server.kill();
        await restUpkeep(stage, later);
        await stage.server.start({ clockAheadMs: later });
      } else await passTime(stage, later);
      const before = await takeStock(stage);
      for (const { workspace, body } of bodies) {
        const status = await post(signedRequest(workspace, body));
        if (status !== 200) refused.push(`+${later} ms: answered ${status}`);
      }
      await until('the replays', async () => (await count(stage, 'raw_event_jobs')) === 0, 30_000);
      const changes = findChanges(before, await takeStock(stage));
      changed.push(...changes.map((change) => `+${later} ms: ${change}`));
    }
    await stage.server.kill();
    await stage.server.start();
    stage.record.figures.set('replays', `${bodies.length} bodies × ${laterMs.length} times`);
    return [
      { invariant: 'late-webhooks', says: 'a message of last week opens no window', broken: opened },
      { invariant: 'late-webhooks', says: 'what comes again changes nothing', broken: changed },
      { invariant: 'late-webhooks', says: 'what comes again is taken', broken: refused },
    ];
  },
});

/** Customers whose only word is old. Gives those to whom a free text could be sent all the same. */
async function writeLate(stage: Stage, workspace: StageWorkspace): Promise<readonly string[]> {
  const { control, database, record } = stage;
  const { phoneNumberId } = workspace;
  const ages = [7 * dayMs, 8 * dayMs + 60_000, 9 * dayMs];
  const written = ages.map((ageMs, index) => ({
    phoneNumberId,
    waId: workspace.customer(staleFrom + index),
    type: 'text',
    text: { body: `${workspace.canary} late` },
    timestamp: Date.now() - ageMs,
  }));
  const { ids } = await control.sendInbound(written, 1);
  const conversations: string[] = [];
  for (const [index, { waId }] of written.entries()) {
    record.stale.push({ id: ids[index] ?? '', waId, phoneNumberId });
    await until('a late message', async () => {
      const [row] = await database.query<{ id: string }>(
        `select conversation_id::text as id from messages where provider_message_id = $1`,
        [ids[index]],
      );
      if (row) conversations.push(row.id);
      return row !== undefined;
    });
  }
  const opened: string[] = [];
  for (const [index, conversationId] of conversations.entries()) {
    const body = { content: { kind: 'text', body: 'Are you still there?' } } as const;
    const wasAccepted = await workspace.api
      .call('sendMessage', {
        params: { conversationId },
        body,
        idempotencyKey: `late-${lateFrom}-${conversationId}`,
      })
      .then(
        () => true,
        () => false,
      );
    if (wasAccepted) opened.push(`a message of ${ages[index]} ms ago`);
  }
  return opened;
}

/**
 * As if another process were at all upkeep until this server is buried: what the invariants compare afterwards is older than
 * is kept by then.
 */
async function restUpkeep({ database, server }: Stage, aheadMs: number): Promise<void> {
  const until = new Date(server.nowMs() + aheadMs + dayMs);
  await database.query('update upkeep_runs set lease_until = $1', [until]);
}

/** Bodies that were delivered, spread over the run. */
async function takeDelivered({ control, workspaces }: Stage, most: number) {
  const webhooks = await readWebhooks(control);
  const delivered = webhooks.flatMap(({ appId, body, outcome }) => {
    const workspace = workspaces.find((one) => one.appId === appId);
    return workspace && outcome === 'delivered' ? [{ workspace, body }] : [];
  });
  const step = Math.max(1, Math.floor(delivered.length / most));
  return delivered.filter((_, index) => index % step === 0).slice(0, most);
}

/** In doubt: it may come to an end at any time, whatever comes again. */
const open = 'open';

/** Everything a replay could change, by what it is of. */
async function takeStock({ database }: Stage): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query<{ name: string; value: string }>(
    `select 'message ' || id as name,
            case when state in ('queued', 'claimed', 'dispatched', 'unsure') then $1 else coalesce(state, '') end as value
       from messages
     union all
     select 'status ' || provider_message_id || ' ' || status, count(*)::text from message_statuses group by 1
     union all
     select 'contact ' || id, '' from contacts
     union all
     select 'conversation ' || id, unread_count || ' unread, window to ' || coalesce(window_closes_at::text, '')
       from conversations`,
    [open],
  );
  return new Map(rows.map(({ name, value }) => [name, value]));
}

function findChanges(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    return was === is || was === open ? [] : [`${name}: ${was ?? 'not there'} became ${is ?? 'not there'}`];
  });
}

async function count({ database }: Stage, table: 'raw_event_jobs'): Promise<number> {
  const [row] = await database.query<{ count: string }>(
    `select count(*) from ${table} where quarantined_at is null`,
  );
  return Number(row?.count);
}
