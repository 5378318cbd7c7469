import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { MediaContentKind, Message } from '@renkei/contract';
import {
  type Channels,
  changeNumbers,
  createChannelsModule,
  findChannelsByNumber,
  listNumbers,
  noteBusinessApp,
} from '#modules/channels';
import { createConsentModule } from '#modules/consent';
import { createContactsModule } from '#modules/contacts';
import { createIngestModule, readIntake, readIntakeLagMs } from '#modules/ingest';
import { createMediaModule, createPublishedLinks } from '#modules/media';
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
import { createTemplatesModule, type Templates } from '#modules/templates';
import { createDiskBlobStore } from '#platform/blob';
import { createSecretBox, type SecretBox } from '#platform/crypto';
import { createSystemStatements, sql } from '#platform/database';
import { createJobQueue, type JobQueue } from '#platform/jobs';
import { createMetrics } from '#platform/metrics';
import type { RouteBinding, Worker } from '#platform/module';
import { jobDefinitions } from '../src/prepare-database.ts';
import { type SampleFile, sampleFiles } from './sample-files.ts';
import type { TestPlatform } from './test-platform.ts';
import { openWebhookDoor } from './webhook-door.ts';

export type OutboundSettings = Parameters<typeof createOutbound>[2];

interface SendingModulesOptions {
  readonly graphUrl: string;
  readonly workspaceId: string;
  readonly settings: OutboundSettings;
}

export interface SendingModules {
  readonly channels: Channels;
  readonly outbound: Outbound;
  readonly routes: readonly RouteBinding[];
  /** Those that read webhooks and what follows from them; the dispatcher's are `outbound.workers`. */
  readonly intakeWorkers: readonly Worker[];
  readonly audit: { action: string; subjectId: string }[];
  /** Takes a file as the upload route does; gives our id of it. */
  upload(kind: MediaContentKind, file?: SampleFile): Promise<string>;
  /** A second process on the same database. */
  startOutbound(settings?: OutboundSettings): Outbound;
  /** Whether webhooks are worked off. */
  setIntake(open: boolean): void;
  close(): Promise<void>;
}

/** The modules that sends and their statuses go through, joined as in the product; views and incoming files are stand-ins. */
export async function createSendingModules(
  platform: TestPlatform,
  { graphUrl, workspaceId, settings }: SendingModulesOptions,
): Promise<SendingModules> {
  const audit: SendingModules['audit'] = [];
  const recordAudit: OutboundNeeds['recordAudit'] = async (_tx, { action, subjectId }) => {
    audit.push({ action, subjectId });
  };
  const secretBox = createSecretBox(new Uint8Array(randomBytes(32)));
  const door = await openWebhookDoor();
  const { module: channelsModule, channels } = createChannelsModule(platform, {
    config: {
      publicUrl: door.url,
      graphUrl,
      graphVersion: 'v25.0',
      dialog360Url: `${graphUrl}/360dialog`,
      twilioUrl: graphUrl,
    },
    secretBox,
    recordAudit,
    traffic: channelTraffic,
  });
  const jobs = createJobQueue({
    connection: platform.temporary.ownerConnection,
    definitions: jobDefinitions,
    log: platform.log,
  });
  await jobs.open();
  const { module: templatesModule, templates } = createTemplatesModule(platform, { channels, jobs });
  const receiving = createReceiving(platform, channels, templates, {
    publicUrl: door.url,
    recordAudit,
    confirmConsent: (...confirmed) => outbound.confirmConsent(...confirmed),
  });
  const { contacts, inbound, ingest, closeIntake } = receiving;
  door.handleWith(ingest.handleWebhook);

  const files = await createFiles(platform, channels, jobs, { secretBox, publicUrl: door.url });
  const needs: OutboundNeeds = {
    channels,
    templates,
    contacts,
    consent: receiving.consent,
    media: files.media,
    ensureConversations: inbound.ensureConversations,
    mergeStoredStatuses: inbound.mergeStoredStatuses,
    previewOf,
    viewMessages: async (tx, ids) =>
      tx.query<Message>(sql`select id, state, failure as problem, content, conversation_id as "conversationId"
        from messages where id = any(${ids}::uuid[])`),
    recordAudit,
    intakeLagMs: () => readIntakeLagMs(platform),
  };
  const outbound = createOutbound(platform, needs, settings);
  return {
    channels,
    outbound,
    routes: [
      ...channelsModule.routes,
      ...templatesModule.routes,
      ...receiving.consentModule.routes,
      ...outbound.routes,
      ...outbound.healthRoutes({
        listChannels: (tx) => listNumbers(channels, tx),
        contactNames: contacts.names,
        readIntake,
      }),
    ],
    intakeWorkers: [...ingest.module.workers, jobs.worker],
    audit,
    upload: (kind, file) => files.upload(workspaceId, kind, file),
    startOutbound: (more) =>
      createOutbound({ ...platform, metrics: createMetrics() }, needs, { ...settings, ...more }),
    setIntake: door.setOpen,
    async close() {
      await door.close();
      await closeIntake();
      await jobs.close();
      await channels.close();
      await files.close();
    },
  };
}

/** The real module, with a folder of its own. Only what sends need of it is started. */
async function createFiles(
  platform: TestPlatform,
  channels: Channels,
  jobs: JobQueue,
  { secretBox, publicUrl }: { readonly secretBox: SecretBox; readonly publicUrl: string },
) {
  const folder = await mkdtemp(join(tmpdir(), 'renkei-files-'));
  const { module, media } = createMediaModule({
    platform,
    blobs: createDiskBlobStore(folder),
    ffmpeg: undefined,
    jobs,
    links: createPublishedLinks({ clock: platform.clock, secretBox, publicUrl }),
    providerOf: (workspaceId, channelId) => channels.files(workspaceId, channelId),
  });
  const route = module.routes.find(({ route: { name } }) => name === 'uploadMedia');
  if (!route) throw new Error('Files cannot be uploaded');
  return {
    media,
    async upload(
      workspaceId: string,
      kind: MediaContentKind,
      { fileName, read }: SampleFile = sampleFiles[kind],
    ): Promise<string> {
      const stream = Readable.from([await read()]);
      const context = { query: { kind }, file: async () => ({ fileName, stream }) };
      const answer = await route.handle(
        // What the upload handler reads of a request.
        context as unknown as Parameters<typeof route.handle>[0],
        { workspaceId, memberId: randomUUID(), sessionId: randomUUID(), role: 'owner' },
      );
      return (answer as { id: string }).id;
    },
    close: () => rm(folder, { recursive: true }),
  };
}

function createReceiving(
  platform: TestPlatform,
  channels: Channels,
  templates: Templates,
  {
    publicUrl,
    recordAudit,
    confirmConsent,
  }: Pick<OutboundNeeds, 'recordAudit'> & Pick<Outbound, 'confirmConsent'> & { readonly publicUrl: string },
) {
  const { contacts } = createContactsModule({ platform, recordAudit });
  const { module: consentModule, consent } = createConsentModule({
    platform,
    recordAudit,
    memberNames: async () => new Map(),
    findContact: contacts.resolveId,
    holdContact: contacts.hold,
  });
  const inbound = createInboundMessages({
    platform,
    contacts,
    consent,
    confirmConsent,
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
    account: {
      changeTemplates: (...changed) => templates.takeChanges(...changed),
      changeNumbers,
      findChannels: findChannelsByNumber,
      noteBusinessApp,
    },
    intakeStatements: statements,
    publicUrl,
  });
  return {
    contacts,
    consent,
    consentModule,
    inbound,
    ingest,
    async closeIntake() {
      await ingest.closeIntake();
      await statements.close();
    },
  };
}
