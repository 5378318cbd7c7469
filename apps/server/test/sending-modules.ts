import { randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Message } from '@renkei/contract';
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
import { createMetrics } from '#platform/metrics';
import type { RouteBinding, Worker } from '#platform/module';
import type { TestPlatform } from './test-platform.ts';
import { openWebhookDoor } from './webhook-door.ts';

export type OutboundSettings = Parameters<typeof createOutbound>[2];
type FileFacts = Awaited<ReturnType<OutboundNeeds['media']['factsForSend']>>;
export type FilesById = Map<string, FileFacts extends ReadonlyMap<string, infer File> ? File : never>;

interface SendingModulesOptions {
  readonly graphUrl: string;
  readonly workspaceId: string;
  readonly settings: OutboundSettings;
}

export interface SendingModules {
  readonly channels: Channels;
  readonly outbound: Outbound;
  readonly routes: readonly RouteBinding[];
  /** Those that read webhooks; the dispatcher's are `outbound.workers`. */
  readonly intakeWorkers: readonly Worker[];
  readonly audit: { action: string; subjectId: string }[];
  /** Files by id, for sends. */
  readonly files: FilesById;
  /** A second process on the same database. */
  startOutbound(settings?: OutboundSettings): Outbound;
  /** Whether webhooks are worked off. */
  setIntake(open: boolean): void;
  close(): Promise<void>;
}

/** The modules that sends and their statuses go through, joined as in the product; files and views are stand-ins. */
export async function createSendingModules(
  platform: TestPlatform,
  { graphUrl, workspaceId, settings }: SendingModulesOptions,
): Promise<SendingModules> {
  const audit: SendingModules['audit'] = [];
  const recordAudit: OutboundNeeds['recordAudit'] = async (_tx, { action, subjectId }) => {
    audit.push({ action, subjectId });
  };
  const door = await openWebhookDoor();
  const { module: channelsModule, channels } = createChannelsModule(platform, {
    config: { publicUrl: door.url, graphUrl, graphVersion: 'v25.0' },
    secretBox: createSecretBox(new Uint8Array(randomBytes(32))),
    recordAudit,
    traffic: channelTraffic,
  });
  const { module: templatesModule, templates } = createTemplatesModule(platform, { channels });
  const { contacts, inbound, ingest, closeIntake } = createReceiving(platform, channels);
  door.handleWith(ingest.handleWebhook);

  const files: FilesById = new Map();
  const needs: OutboundNeeds = {
    channels,
    templates,
    contacts,
    media: {
      factsForSend: async () => files,
      provideForSend: (_workspaceId, channelId) => uploadDot(channels, workspaceId, channelId),
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
  return {
    channels,
    outbound,
    routes: [...channelsModule.routes, ...templatesModule.routes, ...outbound.routes],
    intakeWorkers: ingest.module.workers,
    audit,
    files,
    startOutbound: (more) =>
      createOutbound({ ...platform, metrics: createMetrics() }, needs, { ...settings, ...more }),
    setIntake: door.setOpen,
    async close() {
      await door.close();
      await closeIntake();
      await channels.close();
    },
  };
}

function createReceiving(platform: TestPlatform, channels: Channels) {
  const recordAudit = async () => undefined;
  const { contacts } = createContactsModule({ platform, recordAudit });
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
    recordAudit,
    endpoints: channels.endpoints,
    sink: inbound.sink,
    intakeStatements: statements,
  });
  return {
    contacts,
    inbound,
    ingest,
    async closeIntake() {
      await ingest.closeIntake();
      await statements.close();
    },
  };
}

async function uploadDot(channels: Channels, workspaceId: string, channelId: string) {
  const { provider } = await channels.connection(workspaceId, channelId);
  return provider.uploadMedia({
    bytes: () => Readable.from([png]),
    sizeBytes: png.byteLength,
    mimeType: 'image/png',
    fileName: 'dot.png',
  });
}

/** A red PNG of one pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);
