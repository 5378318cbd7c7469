import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { channelsUpkeep } from '#modules/channels';
import { identityUpkeep } from '#modules/identity';
import { ingestUpkeep } from '#modules/ingest';
import { mediaUpkeep } from '#modules/media';
import { messagesUpkeep, writeMessageRetention } from '#modules/messages';
import { createDiskBlobStore } from '#platform/blob';
import { createSecretBox } from '#platform/crypto';
import { eventsUpkeep } from '#platform/events';
import { createMetrics } from '#platform/metrics';
import { TestClock } from '../../../../test/test-clock.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';
import { createWorld, type World } from '../../../../test/world.ts';
import { createUpkeepWorker, type UpkeepWorker } from './upkeep-worker.ts';

const dayMs = 86_400_000;
const today = new Date('2026-11-22T12:00:00Z');
const daysAgo = (days: number) => new Date(today.getTime() - days * dayMs);

let folder: string;
let platform: TestPlatform;
let admin: pg.Client;
let clock: TestClock;
let world: World;
let other: World;
let worker: UpkeepWorker;
const forgotten: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renkei upkeep '));
  clock = new TestClock(today);
  platform = await createTestPlatform({ clock });
  admin = new pg.Client(platform.temporary.adminConnection);
  await admin.connect();
  const blobs = createDiskBlobStore(folder);
  const ground = { platform, secretBox: createSecretBox(new Uint8Array(randomBytes(32))), blobs };
  world = await createWorld(ground);
  other = await createWorld(ground);
  worker = start();
});
afterAll(async () => {
  await admin.end();
  await platform.close();
  await rm(folder, { recursive: true, force: true });
});

function start(): UpkeepWorker {
  return createUpkeepWorker({ ...platform, metrics: createMetrics() }, [
    ...identityUpkeep,
    ...channelsUpkeep,
    ...ingestUpkeep({ rawEventDays: 30, accountEventDays: 365 }),
    ...mediaUpkeep,
    ...messagesUpkeep(
      { attemptDays: 90 },
      async (_workspaceId, mediaIds) => void forgotten.push(...mediaIds),
    ),
    ...eventsUpkeep({ eventDays: 30 }),
  ]);
}

/** The next hour: everything is due again. */
async function keepUp(): Promise<void> {
  clock.advance(3_700_000);
  await worker.look();
}

const count = async (text: string, values: readonly unknown[] = []) =>
  Number((await admin.query<{ count: string }>(`select count(*) from ${text}`, [...values])).rows[0]?.count);

describe('raw events', () => {
  const insert = (days: number, id: number) =>
    admin.query(
      `insert into raw_events (workspace_id, received_at, id, endpoint_id, body) values ($1, $2, $3, $4, 'x')`,
      [world.workspaceId, daysAgo(days), id, randomUUID()],
    );
  const partition = (days: number) =>
    admin.query(`select renkei_create_raw_event_partition($1)`, [daysAgo(days)]);
  const exists = (days: number) =>
    count(
      `pg_class where relname = 'raw_events_' || to_char($1::timestamptz at time zone 'UTC', 'YYYYMMDD')`,
      [daysAgo(days)],
    );

  test('go by whole days after their time, and never one that waits or is in quarantine', async () => {
    for (const days of [60, 45, 40, 20]) await partition(days);
    await insert(60, 1001);
    await insert(45, 1002);
    await insert(45, 1003);
    await insert(40, 1004);
    await insert(20, 1005);
    await insert(50, 1006);
    const job = `insert into raw_event_jobs (workspace_id, raw_event_id, received_at, run_at, quarantined_at) values ($1, $2, $3, $3, $4)`;
    await admin.query(job, [world.workspaceId, 1002, daysAgo(45), daysAgo(45)]);
    await admin.query(job, [world.workspaceId, 1004, daysAgo(40), null]);
    await keepUp();
    expect(await exists(60)).toBe(0);
    expect(await exists(45)).toBe(1);
    expect(await exists(40)).toBe(1);
    expect(await exists(20)).toBe(1);
    const { rows } = await admin.query<{ id: string }>(
      'select id from raw_events where id > 1000 order by id',
    );
    // 1003 and 1006 were done with; 1006 had no partition of its own.
    expect(rows.map(({ id }) => id)).toEqual(['1002', '1004', '1005']);
  });

  test('are dropped without keeping a writer waiting', async () => {
    await partition(35);
    const writer = new pg.Client(platform.temporary.adminConnection);
    await writer.connect();
    await writer.query('begin');
    await writer.query('select count(*) from raw_events');
    await keepUp();
    expect(await exists(35)).toBe(1);
    await writer.query('rollback');
    await writer.end();
    await keepUp();
    expect(await exists(35)).toBe(0);
  });
});

test('what ended long ago goes, what lives stays', async () => {
  const { workspaceId, owner } = world;
  const session = `insert into sessions (workspace_id, id, member_id, token_hash, user_agent, created_at, expires_at)
    values ($1, gen_random_uuid(), $2, $3, 'old', now(), $4)`;
  await admin.query(session, [workspaceId, owner.memberId, randomBytes(32), daysAgo(31)]);
  await admin.query(session, [workspaceId, owner.memberId, randomBytes(32), daysAgo(29)]);
  await admin.query(
    `insert into sign_in_links (workspace_id, token_hash, member_id, created_at, expires_at)
    values ($1, '\\x01', $2, now(), $3), ($1, '\\x02', $2, now(), $4)`,
    [workspaceId, owner.memberId, daysAgo(8), daysAgo(6)],
  );
  await admin.query(
    `insert into sign_in_failures values ('old@example.test', 3, $1), ('new@example.test', 3, $2)`,
    [daysAgo(2), today],
  );
  await admin.query(
    `insert into account_events (workspace_id, id, dedup_key, field, value, raw_event_id, occurred_at)
    values ($1, gen_random_uuid(), '\\x07', 'old', '{}', 1, $2)`,
    [workspaceId, daysAgo(366)],
  );
  await admin.query(
    `insert into send_rates (workspace_id, channel_id, recipient, tokens, refilled_at)
    values ($1, $2, '', 80, $3), ($1, $2, '8190', 45, $3), ($1, $2, '8191', 45, $4)`,
    [workspaceId, world.ids['channelId'], daysAgo(3), today],
  );
  await admin.query(
    `insert into attempts (workspace_id, attempt_key, message_id, channel_id, state, dispatched_at)
    values ($1, 'old', gen_random_uuid(), $2, 'accepted', $3), ($1, 'new', gen_random_uuid(), $2, 'accepted', $4),
           ($1, 'waiting', $5, $2, 'unsure', $3)`,
    [workspaceId, world.ids['channelId'], daysAgo(91), daysAgo(89), world.ids['messageId']],
  );
  await admin.query(
    `insert into outbox (workspace_id, message_id, channel_id, conversation_id, recipient, state, position, not_before, deadline_at)
    values ($1, $2, $3, $4, '8190', 'unsure', 1, $5, $5)`,
    [workspaceId, world.ids['messageId'], world.ids['channelId'], world.ids['conversationId'], daysAgo(91)],
  );
  await keepUp();
  expect(await count(`sessions where user_agent = 'old'`)).toBe(1);
  expect(await count('sign_in_links')).toBe(1);
  expect(await count('sign_in_failures')).toBe(1);
  expect(await count(`account_events where field = 'old'`)).toBe(0);
  expect(await count('account_events')).toBe(2);
  const { rows: rates } = await admin.query('select recipient from send_rates order by recipient');
  expect(rates).toEqual([{ recipient: '' }, { recipient: '8191' }]);
  const { rows: attempts } = await admin.query('select attempt_key from attempts order by 1');
  expect(attempts).toEqual([{ attempt_key: 'new' }, { attempt_key: 'waiting' }]);
});

test('where a number was is forgotten with its sealed token, once nothing can come there any more', async () => {
  const { workspaceId, ids } = world;
  const leave = async (days: number) => {
    const endpointId = randomUUID();
    await admin.query(`insert into webhook_endpoints values ($1, $2, 'cloud-api', 'sealed', 'sealed', $3)`, [
      workspaceId,
      endpointId,
      today,
    ]);
    await admin.query(
      `insert into former_connections (workspace_id, channel_id, endpoint_id, provider, phone_number_id, waba_id,
         phone_number, access_token_encrypted, proves_app_secret, provider_settings, left_at)
       values ($1, $2, $3, 'cloud-api', '1', '1', '8190', 'sealed', true, '{}', $4)`,
      [workspaceId, ids['channelId'], endpointId, daysAgo(days)],
    );
    return endpointId;
  };
  const [older, younger] = [await leave(41), await leave(37)];
  const { rows: used } = await admin.query<{ endpoint_id: string }>(
    'select endpoint_id from channels where workspace_id = $1',
    [workspaceId],
  );
  await keepUp();
  const { rows } = await admin.query('select endpoint_id from former_connections');
  expect(rows).toEqual([{ endpoint_id: younger }]);
  const { rows: endpoints } = await admin.query<{ id: string }>(
    'select id from webhook_endpoints where workspace_id = $1',
    [workspaceId],
  );
  expect(endpoints.map(({ id }) => id).toSorted()).toEqual([used[0]?.endpoint_id ?? '', younger].toSorted());
  expect(endpoints).not.toContainEqual({ id: older });
});

test('events stay until the slowest follower has seen them', async () => {
  const { workspaceId } = world;
  await admin.query(
    `insert into events (workspace_id, number, type, data, created_at)
    select $1, number, 'x', '{}', $2 from generate_series(2, 20) number`,
    [workspaceId, daysAgo(31)],
  );
  await admin.query(`insert into event_followers values ($1, 'fast', 20), ($1, 'slow', 12)`, [workspaceId]);
  await admin.query(`update events set created_at = $2 where workspace_id = $1 and number = 1`, [
    workspaceId,
    daysAgo(31),
  ]);
  await keepUp();
  const { rows } = await admin.query('select min(number)::int as first from events where workspace_id = $1', [
    workspaceId,
  ]);
  expect(rows).toEqual([{ first: 13 }]);
  expect(await count('events where workspace_id = $1', [other.workspaceId])).toBe(1);
});

test('messages are kept for ever, or as long as their workspace wants, with all that belongs to them', async () => {
  const { workspaceId, ids } = world;
  const insert = async (days: number, mediaId: string | null) => {
    const id = randomUUID();
    await admin.query(
      `insert into messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, kind, content, preview,
         state, provider_message_id, shown_at, arrival, media_id, created_at)
       values ($1, $2, $3, $4, $5, 'inbound', 'text', '{}', '', 'received', $2::uuid::text, $6, 1, $7, $6)`,
      [workspaceId, id, ids['conversationId'], ids['channelId'], ids['contactId'], daysAgo(days), mediaId],
    );
    await admin.query(`insert into message_search values ($1, $2, $3, $4, 'x', '')`, [
      workspaceId,
      id,
      ids['conversationId'],
      today,
    ]);
    await admin.query(
      `insert into message_statuses (workspace_id, channel_id, provider_message_id, status, recipient, provider_at, created_at)
      values ($1, $2, $3::uuid::text, 'read', '8190', $4, $4)`,
      [workspaceId, ids['channelId'], id, today],
    );
    return id;
  };
  await insert(400, ids['mediaId'] ?? null);
  const young = await insert(300, null);
  await keepUp();
  expect(await count(`messages where direction = 'inbound'`)).toBe(2);
  await platform.database.inTenant(workspaceId, (tx) => writeMessageRetention(tx, 365, today));
  await keepUp();
  const { rows } = await admin.query(`select id from messages where direction = 'inbound'`);
  expect(rows).toEqual([{ id: young }]);
  expect(await count('message_search')).toBe(1);
  expect(await count('message_statuses')).toBe(1);
  expect(forgotten).toEqual([ids['mediaId']]);
  expect(await count('messages where workspace_id = $1', [other.workspaceId])).toBe(1);
});

test('messages that still wait to be sent stay, and keep back none of those after them', async () => {
  const { workspaceId, ids } = world;
  const old = [workspaceId, ids['conversationId'], ids['channelId'], ids['contactId'], daysAgo(500)];
  await admin.query(
    `insert into messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, kind, content, preview,
       state, shown_at, arrival, created_at)
     select $1, ('00000000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid, $2, $3, $4, 'outbound', 'text',
       '{}', 'aging', 'queued', $5, number, $5 from generate_series(1, 501) number`,
    old,
  );
  await admin.query(
    `insert into outbox (workspace_id, message_id, channel_id, conversation_id, recipient, state, position, not_before,
       deadline_at)
     select workspace_id, id, channel_id, conversation_id, '1', 'scheduled', arrival, now(), now() from messages
     where preview = 'aging' and arrival <= 500`,
  );
  await keepUp();
  expect(await count(`messages where preview = 'aging'`)).toBe(500);
  expect(await count(`messages where preview = 'aging' and arrival > 500`)).toBe(0);
  await admin.query(`delete from outbox where recipient = '1'`);
});

test('is done by one process at a time, and once in its time', async () => {
  const runs: string[] = [];
  const entry = { name: 'counted', everyMs: 3_600_000, run: async () => runs.push('run') };
  const workers = [1, 2, 3].map(() => createUpkeepWorker({ ...platform, metrics: createMetrics() }, [entry]));
  await Promise.all(workers.map((one) => one.look()));
  expect(runs).toHaveLength(1);
  clock.advance(1_800_000);
  await Promise.all(workers.map((one) => one.look()));
  expect(runs).toHaveLength(1);
  clock.advance(1_800_001);
  await Promise.all(workers.map((one) => one.look()));
  expect(runs).toHaveLength(2);
});
