import { randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Message, RouteDefinition } from '@renkei/contract';
import { type Simulator, startSimulator } from '@renkei/simulator';
import { type Channels, createChannelsModule } from '#modules/channels';
import { createContactsModule } from '#modules/contacts';
import { createIngestModule } from '#modules/ingest';
import {
  channelTraffic,
  createInboundMessages,
  createOutbound,
  createSendEvidence,
  moveSends,
  type Outbound,
  type OutboundNeeds,
  previewOf,
} from '#modules/messages';
import { createTemplatesModule } from '#modules/templates';
import { createSecretBox } from '#platform/crypto';
import { createSystemStatements, sql } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { createMetrics } from '#platform/metrics';
import type { Principal, RouteBinding, Worker } from '#platform/module';
import type { TestPlatform } from './test-platform.ts';
import { waitFor } from './wait-for.ts';

const accessToken = 'EAAtesttoken';
const verifyToken = 'verify-token-of-the-test';
const appSecret = 'app-secret-of-the-test';
export const businessNumber = '+81 3-5550-0100';

export interface MessageRow {
  readonly id: string;
  readonly state: string;
  readonly failure: Message['problem'];
  readonly providerMessageId: string | null;
}

type Media = OutboundNeeds['media'];
type OutboundSettings = Parameters<typeof createOutbound>[2];

/** Sends and webhooks of one workspace against a simulator over real HTTP, on a real PostgreSQL. */
export interface SendingHarness {
  readonly platform: TestPlatform;
  readonly simulator: Simulator;
  readonly channels: Channels;
  readonly outbound: Outbound;
  readonly principal: Principal;
  readonly wabaId: string;
  readonly credentials: {
    readonly accessToken: string;
    readonly phoneNumberId: string;
    readonly wabaId: string;
    readonly appSecret: string;
    readonly verifyToken: string;
  };
  readonly audit: { action: string; subjectId: string }[];
  /** Files by id, for sends. */
  readonly media: Map<string, Awaited<ReturnType<Media['factsForSend']>>>;
  /** Calls a handler as the HTTP server would after its checks. */
  call(name: string, input?: CallInput): Promise<Record<string, unknown>>;
  /** Connects the number; gives the channel's id. */
  connect(): Promise<string>;
  /** A customer writes, which opens the window; gives the conversation. */
  openConversation(waId: string): Promise<string>;
  send(conversationId: string, body: string, more?: { idempotencyKey?: string }): Promise<string>;
  message(messageId: string): Promise<MessageRow>;
  /** Waits until the message is at one of these. */
  reaches(messageId: string, states: readonly string[], withinMs?: number): Promise<MessageRow>;
  /** A second process on the same database. */
  startOutbound(settings?: OutboundSettings): Outbound;
  /** Whether webhooks are worked off. */
  setIntake(open: boolean): void;
  close(): Promise<void>;
}

interface CallInput {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HarnessOptions {
  readonly settings?: OutboundSettings;
  /** Start the dispatcher; true unless said. */
  readonly dispatch?: boolean;
}

export async function createSendingHarness(
  platform: TestPlatform,
  { settings, dispatch = true }: HarnessOptions = {},
): Promise<SendingHarness> {
  const simulator = await startSimulator({ seed: 11 });
  await simulator.control.setSettings({
    statusDelayMs: { min: 5, max: 20 },
    everyoneIsOnWhatsApp: true,
    webhooks: { retryDelaysMs: [50] },
  });
  const shown = await simulator.control.mergeWorld({
    wabas: [{ name: 'Riverside Studio', phoneNumbers: [{ displayPhoneNumber: businessNumber }] }],
    apps: [{ secret: appSecret, accessToken, verifyToken }],
  });
  const waba = shown.wabas[0];
  const phoneNumberId = waba?.phoneNumbers[0]?.id ?? '';
  const wabaId = waba?.id ?? '';
  const workspaceId = await platform.createWorkspace();
  const principal: Principal = {
    workspaceId,
    memberId: randomUUID(),
    sessionId: randomUUID(),
    role: 'owner',
  };
  const audit: SendingHarness['audit'] = [];
  const recordAudit: OutboundNeeds['recordAudit'] = async (_tx, { action, subjectId }) => {
    audit.push({ action, subjectId });
  };

  const intake: { isOpen: boolean; handle?: ReturnType<typeof createIngestModule>['handleWebhook'] } = {
    isOpen: true,
  };
  const server = createServer((request, response) => {
    if (intake.handle && intake.isOpen) void intake.handle(request, response);
    else response.writeHead(503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const { module: channelsModule, channels } = createChannelsModule(platform, {
    config: { publicUrl, graphUrl: simulator.url, graphVersion: 'v25.0' },
    secretBox: createSecretBox(new Uint8Array(randomBytes(32))),
    recordAudit,
    traffic: channelTraffic,
  });
  const { module: templatesModule, templates } = createTemplatesModule(platform, { channels });
  const { contacts } = createContactsModule({ platform, recordAudit: async () => undefined });
  const inbound = createInboundMessages({
    platform,
    contacts,
    media: { expectFromProvider: async (_tx, items) => items.map(() => randomUUID()) },
    evidence: createSendEvidence(platform),
    onConversationsMerged: moveSends,
  });
  const statements = createSystemStatements({
    connection: platform.temporary.ownerConnection,
    log: platform.log,
    poolSize: 3,
  });
  const ingest = createIngestModule({
    platform,
    recordAudit: async () => undefined,
    endpoints: channels.endpoints,
    sink: inbound.sink,
    intakeStatements: statements,
  });
  intake.handle = ingest.handleWebhook;

  const files: SendingHarness['media'] = new Map();
  const needs: OutboundNeeds = {
    channels,
    templates,
    contacts,
    media: {
      factsForSend: async (_tx, mediaId) => files.get(mediaId),
      async provideForSend(_workspaceId, channelId) {
        const { provider } = await channels.connection(workspaceId, channelId);
        const { Readable } = await import('node:stream');
        return provider.uploadMedia({
          bytes: () => Readable.from([png]),
          sizeBytes: png.byteLength,
          mimeType: 'image/png',
          fileName: 'dot.png',
        });
      },
    },
    ensureConversation: inbound.ensureConversation,
    mergeStoredStatuses: inbound.mergeStoredStatuses,
    previewOf,
    viewMessages: async (tx, ids) =>
      tx.query<Message>(sql`select id, state, failure as problem, content, conversation_id as "conversationId"
        from messages where id = any(${ids}::uuid[])`),
    recordAudit,
    intakeLagMs: async () => 0,
  };
  const outbound = createOutbound(platform, needs, settings);
  const started: Worker[] = [...ingest.module.workers, ...(dispatch ? outbound.workers : [])];
  for (const worker of started) await worker.start();

  const bindings: readonly RouteBinding[] = [
    ...channelsModule.routes,
    ...templatesModule.routes,
    ...outbound.routes,
  ];
  const harness: SendingHarness = {
    platform,
    simulator,
    channels,
    outbound,
    principal,
    wabaId,
    credentials: { accessToken, phoneNumberId, wabaId, appSecret, verifyToken },
    audit,
    media: files,
    async call(name, input = {}) {
      const binding = bindings.find(({ route }) => route.name === name);
      if (!binding) throw new Error(`No route ${name}`);
      const answer = await binding.handle(contextOf(binding.route, input), principal);
      return answer as Record<string, unknown>;
    },
    async connect() {
      const { channel, checks } = await harness.call('connectChannel', { body: harness.credentials });
      if (!channel) throw new Error(`Not connected: ${JSON.stringify(checks)}`);
      return (channel as { id: string }).id;
    },
    async openConversation(waId) {
      const text = { body: 'hello' };
      await simulator.control.sendInbound([{ phoneNumberId, waId, type: 'text', text }]);
      return waitFor(async () => {
        const [row] = await platform.database.inTenant(workspaceId, (tx) =>
          tx.query<{ id: string }>(
            sql`select id from conversations where recipient_phone = ${waId} and window_closes_at > now()`,
          ),
        );
        return row?.id;
      });
    },
    send: (conversationId, body, more) =>
      outbound.send(workspaceId, {
        conversationId,
        content: { kind: 'text', body },
        senderMemberId: null,
        ...more,
      }),
    async message(messageId) {
      const [row] = await platform.database.inTenant(workspaceId, (tx) =>
        tx.query<MessageRow>(sql`select id, state, failure, provider_message_id as "providerMessageId"
          from messages where id = ${messageId}`),
      );
      if (!row) throw new Error('No such message');
      return row;
    },
    async reaches(messageId, states, withinMs) {
      let last: MessageRow | undefined;
      try {
        return await waitFor(async () => {
          last = await harness.message(messageId).catch(unlessUnavailable);
          if (!last) return undefined;
          return states.includes(last.state) ? last : undefined;
        }, withinMs);
      } catch (error) {
        throw new Error(`Still ${JSON.stringify(last)}, not ${states.join(' or ')}`, { cause: error });
      }
    },
    startOutbound: (more) =>
      createOutbound({ ...platform, metrics: createMetrics() }, needs, { ...settings, ...more }),
    setIntake(open) {
      intake.isOpen = open;
    },
    async close() {
      for (const worker of started.toReversed()) await worker.stop();
      await simulator.stop();
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await ingest.closeIntake();
      await statements.close();
      await channels.close();
    },
  };
  return harness;
}

/** Tests cut the database's connections, also those that the test itself asks on. */
function unlessUnavailable(error: unknown): undefined {
  if (error instanceof RenkeiError && error.code === 'store_unavailable') return undefined;
  throw error;
}

/** What the HTTP server hands to a handler, as far as these handlers look at it. */
function contextOf(route: RouteDefinition, input: CallInput): Parameters<RouteBinding['handle']>[0] {
  return {
    params: route.params?.parse(input.params ?? {}),
    query: route.query?.parse(input.query ?? {}),
    body: route.body?.parse(input.body ?? {}),
    headers: input.headers ?? {},
    file: async () => undefined,
    signal: new AbortController().signal,
    setCookie: () => undefined,
    remoteAddress: '127.0.0.1',
  } as unknown as Parameters<RouteBinding['handle']>[0];
}

/** A red PNG of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);
