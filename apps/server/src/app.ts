/** The composition root: everything the server is made of, in the order in which it is built. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { routes } from '@renkei/contract';
import type { Config } from '#config';
import {
  type CallRoute,
  checkBindings,
  createHttpServer,
  createReadiness,
  createRouteCaller,
  databaseProbe,
  diskProbe,
  intakeProbe,
  migrationsProbe,
  realtimeRoutes,
} from '#http';
import { createChannelsModule } from '#modules/channels';
import { createContactsModule } from '#modules/contacts';
import { createIdentityModule, type OnFirstOwnerArrived } from '#modules/identity';
import { createInboxModule } from '#modules/inbox';
import { createIngestModule, readIntakeLagMs } from '#modules/ingest';
import { createMediaModule } from '#modules/media';
import { channelTraffic, createMessagesModule } from '#modules/messages';
import { createTemplatesModule } from '#modules/templates';
import { createDiskBlobStore } from '#platform/blob';
import { type Clock, systemClock } from '#platform/clock';
import { createSecretBox } from '#platform/crypto';
import { createDatabase, createSystemStatements, listenForWakes } from '#platform/database';
import { createJobQueue } from '#platform/jobs';
import type { Logger } from '#platform/log';
import { createMetrics } from '#platform/metrics';
import type { Platform, ServerModule } from '#platform/module';
import { openOwnerDoors, seedDemo } from './demo/index.ts';
import { jobDefinitions, prepareDatabase } from './prepare-database.ts';

export interface App {
  /** The port that HTTP listens on; undefined in a process that only works. */
  readonly port: number | undefined;
  /** Lets everything in flight finish. To be called once. */
  stop(): Promise<void>;
}

/** Commits of webhooks in flight; see the group commit of ingest. */
const intakeConnections = 3;
const webDir = fileURLToPath(new URL('../../web/dist/', import.meta.url));

/** Builds the server and starts what its role asks for: requests, background work, or both. */
export async function startApp(config: Config, log: Logger): Promise<App> {
  // The ground: schema, connections, files, secrets.
  const connection = { connectionString: config.databaseUrl };
  await prepareDatabase({ ownerConnection: connection, log });
  const clock = systemClock;
  const metrics = createMetrics();
  const database = createDatabase({ connection, clock, log });
  const intakeStatements = createSystemStatements({ connection, log, poolSize: intakeConnections });
  const wake = await listenForWakes({ connection, log });
  const platform: Platform = { database, wake, clock, log, metrics };
  const jobs = createJobQueue({ connection, definitions: jobDefinitions, log });
  const blobs = createDiskBlobStore(join(config.dataDir, 'media'));
  const secretBox = createSecretBox(config.masterKey);

  // The modules, in the order of modules/order.ts.
  const { module: identityModule, identity } = createIdentityModule(platform, {
    publicUrl: config.publicUrl,
    companionUrl: config.companionUrl,
    onFirstOwnerArrived: (owner, language) => makeReadyWorld(owner, language),
  });
  const { recordAudit, memberNames } = identity;
  const { module: channelsModule, channels } = createChannelsModule(platform, {
    config,
    secretBox,
    recordAudit,
    traffic: channelTraffic,
  });
  const { module: mediaModule, media } = createMediaModule({
    platform,
    blobs,
    jobs,
    providerOf: async (workspaceId, channelId) =>
      (await channels.connection(workspaceId, channelId)).provider,
  });
  const {
    module: ingestModule,
    handleWebhook,
    closeIntake,
  } = createIngestModule({
    platform,
    endpoints: channels.endpoints,
    intakeStatements,
    recordAudit,
    // Messages come later in the order and are handed what was read.
    sink: {
      receiveMessages: (...received) => messages.sink.receiveMessages(...received),
      mergeStatuses: (...told) => messages.sink.mergeStatuses(...told),
    },
  });
  const { module: contactsModule, contacts } = createContactsModule({ platform, recordAudit });
  const { module: templatesModule, templates } = createTemplatesModule(platform, { channels });
  const { module: messagesModule, messages } = createMessagesModule(platform, {
    channels,
    templates,
    media,
    contacts,
    memberNames,
    recordAudit,
    intakeLagMs: () => readIntakeLagMs(platform),
  });
  const { module: inboxModule } = createInboxModule({
    platform,
    recordAudit,
    memberNames,
    findChannel: async (transaction, id) => (await channels.viewFacts(transaction, [id])).get(id),
    findOrCreateContact: contacts.findOrCreateByPhone,
    ensureConversation: messages.ensureConversation,
    changeConversation: messages.changeConversation,
    listMessages: messages.list,
    viewMessages: messages.view,
  });
  const modules: readonly ServerModule[] = [
    identityModule,
    channelsModule,
    mediaModule,
    ingestModule,
    contactsModule,
    templatesModule,
    messagesModule,
    inboxModule,
  ];

  // The shell around them, and the demonstration, which goes through the shell's doors.
  const stopping = new AbortController();
  const bindings = [
    ...modules.flatMap((module) => module.routes),
    ...realtimeRoutes(platform, {
      refreshPrincipal: identity.refreshPrincipal,
      stopping: stopping.signal,
    }),
  ];
  checkBindings(routes, bindings);
  const http = await createHttpServer(platform, {
    ...config,
    webDir,
    bindings,
    handleWebhook,
    authenticate: identity.authenticate,
    readiness: createReadiness(
      [
        databaseProbe(database),
        migrationsProbe(database),
        diskProbe(config.dataDir),
        intakeProbe(() => readIntakeLagMs(platform)),
      ],
      log,
    ),
  });
  const makeReadyWorld = createDemonstration(config, clock, createRouteCaller(bindings));

  // What this process does.
  const workers = config.role === 'api' ? [] : [...modules.flatMap((module) => module.workers), jobs.worker];
  await jobs.open();
  for (const worker of workers) await worker.start();
  const port = config.role === 'worker' ? undefined : await http.listen(config.host, config.port);

  return {
    port,
    async stop() {
      const closed = http.close();
      stopping.abort();
      await Promise.all([closed, ...workers.map((worker) => worker.stop())]);
      await closeIntake();
      await jobs.close();
      await channels.close();
      await wake.close();
      await Promise.all([database.close(), intakeStatements.close()]);
    },
  };
}

/** The ready world of a first look; without a place to make it in, nothing. */
function createDemonstration(config: Config, clock: Clock, callRoute: CallRoute): OnFirstOwnerArrived {
  const { demoControlUrl: controlUrl } = config;
  if (controlUrl === null) return async () => undefined;
  return (owner, language) => seedDemo({ controlUrl, clock, ...openOwnerDoors(callRoute, owner) }, language);
}
