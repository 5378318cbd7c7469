/** Sends: through the gate into the queue, and from the queue through the gate again to the simulator. */
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createSimulatorControl } from '@renkei/simulator';
import * as z from 'zod';
import { createChannelsModule } from '#modules/channels';
import { channelTraffic, createOutbound, previewOf } from '#modules/messages';
import { createTemplatesModule } from '#modules/templates';
import { systemClock } from '#platform/clock';
import { createSecretBox } from '#platform/crypto';
import { createDatabase, type Database, sql } from '#platform/database';
import { createLogger } from '#platform/log';
import { createMetrics } from '#platform/metrics';
import type { Platform } from '#platform/module';
import { listenForWakes } from '#platform/wake';
import { type BenchDatabase, startBenchDatabase } from './support/bench-database.ts';
import { report } from './support/report.ts';
import { startChild } from './support/start-child.ts';

const numbers = 4;
const conversationsPerNumber = 500;
const messagesPerConversation = 3;
/** Callers that queue messages at the same time. */
const callers = 16;

export async function run(): Promise<void> {
  const postgres = await startBenchDatabase();
  const simulator = await startChild('simulator-process.ts', {}, (message) =>
    z.object({ url: z.string() }).parse(message),
  );
  try {
    const figures = await measure(postgres, simulator.ready.url);
    await report(
      'sends',
      [
        {
          name: 'sends accepted by the simulator',
          value: figures.dispatchedPerSecond,
          unit: '/s',
          atLeast: 500,
        },
        { name: 'sends refused for their rate', value: figures.refused, unit: '', atMost: 0 },
        { name: 'sends accepted twice', value: figures.doubled, unit: '', atMost: 0 },
      ],
      figures,
    );
  } finally {
    await simulator.stop();
    await postgres.stop();
  }
}

async function measure(postgres: BenchDatabase, graphUrl: string) {
  const log = createLogger('error');
  const connection = postgres.ownerConnection;
  const database = createDatabase({ connection, clock: systemClock, log });
  const wake = await listenForWakes({ connection, log });
  const platform: Platform = { database, wake, clock: systemClock, log, metrics: createMetrics() };
  const { send, worker, channels, workspaceId, conversationIds } = await prepare(platform, graphUrl);

  const queue = conversationIds.flatMap((id) => Array.from({ length: messagesPerConversation }, () => id));
  const queuedMs = await timed(() => queueAll(queue, send));
  await worker.start();
  const dispatchedMs = await timed(() => untilEmpty(database, workspaceId));
  await worker.stop();

  const control = createSimulatorControl(graphUrl);
  const { sends } = await control.listSends(0, 100_000);
  const refused = await database.inTenant(workspaceId, (tx) =>
    tx.query(sql`select 1 from attempts where state <> 'accepted'`),
  );
  await channels.close();
  await wake.close();
  await database.close();
  return {
    messages: queue.length,
    numbers,
    queuedPerSecond: (queue.length * 1_000) / queuedMs,
    dispatchedPerSecond: (queue.length * 1_000) / dispatchedMs,
    refused: refused.length,
    doubled:
      sends.length -
      new Set(sends.map(({ attemptKey }) => attemptKey)).size +
      Math.max(0, sends.length - queue.length),
  };
}

async function prepare(platform: Platform, graphUrl: string) {
  const { channels } = createChannelsModule(platform, {
    config: { publicUrl: 'http://localhost:1', graphUrl, graphVersion: 'v25.0' },
    secretBox,
    recordAudit: async () => undefined,
    traffic: channelTraffic,
  });
  const unused = async (): Promise<never> => {
    throw new Error('This bench sends texts only');
  };
  const jobs = { handle: () => undefined, enqueue: unused };
  const { templates } = createTemplatesModule(platform, { channels, jobs });
  const outbound = createOutbound(platform, {
    channels,
    templates,
    media: { factsForSend: unused, provideForSend: unused },
    contacts: { findOrCreateByPhone: unused, resolve: unused },
    ensureConversation: unused,
    mergeStoredStatuses: async () => undefined,
    previewOf,
    viewMessages: unused,
    recordAudit: async () => undefined,
    intakeLagMs: async () => 0,
  });
  const [worker] = outbound.workers;
  if (!worker) throw new Error('There is no dispatcher');
  const workspaceId = randomUUID();
  const conversationIds = await createWorld(platform.database, graphUrl, workspaceId);
  return {
    channels,
    worker,
    workspaceId,
    conversationIds,
    send: (conversationId: string) =>
      outbound.send(workspaceId, {
        conversationId,
        content: { kind: 'text', body: 'ご注文の品を発送しました。' },
        senderMemberId: null,
        origin: 'inbox' as const,
      }),
  };
}

const secretBox = createSecretBox(new Uint8Array(randomBytes(32)));
const accessToken = 'EAAbench';

/** Numbers that may send 1,000 a second, at the simulator and here, and customers whose windows are open. */
async function createWorld(
  database: Database,
  graphUrl: string,
  workspaceId: string,
): Promise<readonly string[]> {
  const control = createSimulatorControl(graphUrl);
  await control.setSettings({ rates: { numberPerSecond: 1_000 }, everyoneIsOnWhatsApp: true });
  const phoneNumbers = Array.from({ length: numbers }, (_, index) => ({
    displayPhoneNumber: `+81 3-5550-01${String(index).padStart(2, '0')}`,
    throughputLevel: 'HIGH' as const,
  }));
  const { wabas } = await control.mergeWorld({ wabas: [{ phoneNumbers }], apps: [{ accessToken }] });
  const created = wabas[0]?.phoneNumbers ?? [];
  return database.inTenant(workspaceId, async (tx) => {
    const endpointId = randomUUID();
    const seal = (column: string) => secretBox.seal('bench', { workspaceId, rowId: endpointId, column });
    await tx.execute(
      sql`insert into workspaces (workspace_id, name, created_at) values (${workspaceId}, 'Bench', now())`,
    );
    await tx.execute(sql`
      insert into webhook_endpoints (workspace_id, id, provider, app_secret_encrypted, verify_token_encrypted, created_at)
      values (${workspaceId}, ${endpointId}, 'cloud-api', ${await seal('app_secret_encrypted')},
        ${await seal('verify_token_encrypted')}, now())`);
    const ids: string[] = [];
    for (const number of created) {
      const id = randomUUID();
      const sealed = await secretBox.seal(accessToken, {
        workspaceId,
        rowId: id,
        column: 'access_token_encrypted',
      });
      await tx.execute(sql`
        insert into channels (workspace_id, id, provider, name, phone_number_id, waba_id, phone_number,
          display_phone_number, endpoint_id, access_token_encrypted, state, state_since, messages_per_second, created_at)
        values (${workspaceId}, ${id}, 'cloud-api', 'Bench', ${number.id}, ${wabas[0]?.id ?? ''}, ${number.id}, '+81',
          ${endpointId}, ${sealed}, 'connected', now(), 1000, now())`);
      const rows = await tx.query<{ id: string }>(sql`
        with people as (
          insert into contacts (workspace_id, id, created_at)
          select ${workspaceId}, gen_random_uuid(), now() from generate_series(1, ${conversationsPerNumber}::integer)
          returning id)
        insert into conversations (workspace_id, id, channel_id, contact_id, recipient_phone, last_inbound_at,
          window_closes_at, created_at)
        select ${workspaceId}, gen_random_uuid(), ${id}, id, '8190' || (10000000 + row_number() over ())::text, now(),
          now() + interval '1 day', now() from people
        returning id`);
      ids.push(...rows.map((row) => row.id));
    }
    return ids;
  });
}

async function queueAll(
  conversationIds: readonly string[],
  send: (id: string) => Promise<string>,
): Promise<void> {
  let next = 0;
  const call = async () => {
    for (;;) {
      const id = conversationIds[next];
      next += 1;
      if (id === undefined) return;
      await send(id);
    }
  };
  await Promise.all(Array.from({ length: callers }, call));
}

async function untilEmpty(database: Database, workspaceId: string): Promise<void> {
  for (;;) {
    const rows = await database.inTenant(workspaceId, (tx) => tx.query(sql`select 1 from outbox limit 1`));
    if (rows.length === 0) return;
    await delay(20);
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
