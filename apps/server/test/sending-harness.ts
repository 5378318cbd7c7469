import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Message, RouteDefinition } from '@renkei/contract';
import { type Simulator, startSimulator } from '@renkei/simulator';
import type { Channels } from '#modules/channels';
import type { Outbound } from '#modules/messages';
import { sql } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import type { Principal, RouteBinding } from '#platform/module';
import { readLines } from '../src/http/read-lines.ts';
import { sampleCatalog } from './sample-account.ts';
import { sampleTemplates } from './sample-templates.ts';
import { createSendingModules, type OutboundSettings, type SendingModules } from './sending-modules.ts';
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
  readonly audit: SendingModules['audit'];
  readonly upload: SendingModules['upload'];
  readonly phoneNumberId: string;
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
  /** Of routes that take many; each as it stands in its line. */
  readonly lines?: Iterable<unknown> | AsyncIterable<unknown>;
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
  const { simulator, phoneNumberId, wabaId } = await startMetaSide();
  const workspaceId = await platform.createWorkspace();
  const principal: Principal = {
    workspaceId,
    memberId: randomUUID(),
    sessionId: randomUUID(),
    role: 'owner',
  };
  const modules = await createSendingModules(platform, { graphUrl: simulator.url, workspaceId, settings });
  const { channels, outbound, audit, upload, startOutbound, setIntake } = modules;
  const started = [...modules.intakeWorkers, ...(dispatch ? outbound.workers : [])];
  for (const worker of started) await worker.start();

  const credentials = { accessToken, phoneNumberId, wabaId, appSecret, verifyToken };
  const call: SendingHarness['call'] = async (name, input = {}) => {
    const binding = modules.routes.find(({ route }) => route.name === name);
    if (!binding) throw new Error(`No route ${name}`);
    const answer = await binding.handle(contextOf(binding.route, input), principal);
    return answer as Record<string, unknown>;
  };
  return {
    platform,
    simulator,
    channels,
    outbound,
    principal,
    wabaId,
    credentials,
    audit,
    upload,
    phoneNumberId,
    startOutbound,
    setIntake,
    call,
    ...readingMessages(platform, workspaceId),
    async connect() {
      const { channel, checks } = await call('connectChannel', { body: credentials });
      if (!channel) throw new Error(`Not connected: ${JSON.stringify(checks)}`);
      return (channel as { id: string }).id;
    },
    async openConversation(waId) {
      const text = { body: 'hello' };
      await simulator.control.sendInbound([{ phoneNumberId, waId, type: 'text', text }]);
      return findOpenConversation(platform, workspaceId, waId);
    },
    send: (conversationId, body, more) =>
      outbound.send(workspaceId, {
        conversationId,
        content: { kind: 'text', body },
        senderMemberId: null,
        origin: 'inbox' as const,
        ...more,
      }),
    async close() {
      for (const worker of started.toReversed()) await worker.stop();
      await simulator.stop();
      await modules.close();
    },
  };
}

const webhookFields = [
  'messages',
  'calls',
  'message_template_status_update',
  'message_template_components_update',
] as const;

/** A business account with one number, and an app that may send for it. */
async function startMetaSide() {
  const simulator = await startSimulator({ seed: 11 });
  await simulator.control.setSettings({
    statusDelayMs: { min: 5, max: 20 },
    everyoneIsOnWhatsApp: true,
    webhooks: { retryDelaysMs: [50] },
  });
  const { wabas } = await simulator.control.mergeWorld({
    wabas: [
      {
        name: 'Riverside Studio',
        phoneNumbers: [{ displayPhoneNumber: businessNumber, isOfficial: true }],
        marketingMessagesStatus: 'ONBOARDED',
        templates: [...sampleTemplates],
        catalog: sampleCatalog,
      },
    ],
    apps: [{ secret: appSecret, accessToken, verifyToken, fields: [...webhookFields] }],
  });
  const phoneNumberId = wabas[0]?.phoneNumbers[0]?.id ?? '';
  return { simulator, phoneNumberId, wabaId: wabas[0]?.id ?? '' };
}

function findOpenConversation(platform: TestPlatform, workspaceId: string, waId: string): Promise<string> {
  return waitFor(async () => {
    const [row] = await platform.database.inTenant(workspaceId, (tx) =>
      tx.query<{ id: string }>(
        sql`select id from conversations where recipient_phone = ${waId} and window_closes_at > now()`,
      ),
    );
    return row?.id;
  });
}

function readingMessages(
  platform: TestPlatform,
  workspaceId: string,
): Pick<SendingHarness, 'message' | 'reaches'> {
  const message: SendingHarness['message'] = async (messageId) => {
    const [row] = await platform.database.inTenant(workspaceId, (tx) =>
      tx.query<MessageRow>(sql`select id, state, failure, provider_message_id as "providerMessageId"
        from messages where id = ${messageId}`),
    );
    if (!row) throw new Error('No such message');
    return row;
  };
  const reaches: SendingHarness['reaches'] = async (messageId, states, withinMs) => {
    let last: MessageRow | undefined;
    try {
      return await waitFor(async () => {
        last = await message(messageId).catch(unlessUnavailable);
        if (!last) return undefined;
        return states.includes(last.state) ? last : undefined;
      }, withinMs);
    } catch (error) {
      throw new Error(`Still ${JSON.stringify(last)}, not ${states.join(' or ')}`, { cause: error });
    }
  };
  return { message, reaches };
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
    lines: () => toLines(route, input.lines ?? []),
    file: async () => undefined,
    signal: new AbortController().signal,
    setCookie: () => undefined,
    remoteAddress: '127.0.0.1',
  } as unknown as Parameters<RouteBinding['handle']>[0];
}

async function* toLines(
  route: RouteDefinition,
  lines: NonNullable<CallInput['lines']>,
): AsyncGenerator<unknown> {
  yield* readLines(route, { body: Readable.from(toBytes(lines)) });
}

async function* toBytes(lines: NonNullable<CallInput['lines']>): AsyncGenerator<Buffer> {
  for await (const line of lines) {
    yield Buffer.from(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`);
  }
}
