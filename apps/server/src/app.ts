/** The composition root: everything the server is made of, in the order in which it is built. */
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { routes } from '@renkei/contract';
import type { Config } from '#config';
import {
  type CallRoute,
  checkBindings,
  createHealthServer,
  createHttpServer,
  createReadiness,
  createRealtime,
  createRouteCaller,
  databaseProbe,
  diskProbe,
  intakeProbe,
  migrationsProbe,
} from '#http';
import {
  changeNumbers,
  channelsUpkeep,
  createChannelsModule,
  findChannelsByNumber,
  listNumbers,
  noteBusinessApp,
} from '#modules/channels';
import { createConsentModule } from '#modules/consent';
import { createContactsModule } from '#modules/contacts';
import { createIdentityModule, identityUpkeep, type OnFirstOwnerArrived } from '#modules/identity';
import { createInboxModule } from '#modules/inbox';
import { createIngestModule, ingestUpkeep, readIntake, readIntakeLagMs } from '#modules/ingest';
import { createIntegrationsModule, hooksUpkeep } from '#modules/integrations';
import { createMediaModule, createPublishedLinks, findFfmpeg, mediaUpkeep } from '#modules/media';
import { channelTraffic, createMessagesModule, messagesUpkeep } from '#modules/messages';
import { createOperationsModule } from '#modules/operations';
import { createTemplatesModule } from '#modules/templates';
import type { Clock } from '#platform/clock';
import { eventsUpkeep } from '#platform/events';
import { readHold, workUnderHold } from '#platform/hold';
import type { Logger } from '#platform/log';
import type { Platform } from '#platform/module';
import { createRequestCounts } from '#platform/request-counts';
import { openOwnerDoors, seedDemo } from './demo/index.ts';
import { type Ground, openGround } from './open-ground.ts';
import { tellFigures } from './tell-figures.ts';

export interface App {
  /** The port that HTTP listens on; undefined in a worker that nobody may ask for its health. */
  readonly port: number | undefined;
  /**
   * Readiness turns red, nothing new is accepted or claimed, what is in flight finishes, leases are released, connections
   * are closed: in this order. To be called once.
   */
  stop(): Promise<void>;
}

const webDir = fileURLToPath(new URL('../../web/dist/', import.meta.url));

/** Builds the server and starts what its role asks for: requests, background work, or both. */
export async function startApp(config: Config, log: Logger): Promise<App> {
  const ground = await openGround(config, log);
  const { platform, jobs } = ground;
  const parts = joinModules(config, ground, (owner, language) => makeReadyWorld(owner, language));
  const { identity, channels, modules } = parts;
  const realtime = createRealtime(platform, identity);
  const bindings = [...modules.flatMap((module) => module.routes), ...realtime.routes];
  checkBindings(routes, bindings);
  tellFigures(platform, config);
  const makeReadyWorld = createDemonstration(config, platform.clock, createRouteCaller(bindings));
  const readiness = createReadiness(readinessProbes(config, platform), log, () => describeHold(platform));
  const door =
    config.role === 'worker'
      ? createHealthServer(platform, { readiness, metricsToken: config.metricsToken })
      : await createHttpServer(platform, {
          ...config,
          webDir,
          bindings,
          handleWebhook: parts.handleWebhook,
          authenticate: identity.authenticate,
          readiness,
          countRequest: createRequestCounts(platform),
        });

  const allWorkers = [...modules.flatMap((module) => module.workers), jobs.worker].map((worker) =>
    worker.reachesOutside ? workUnderHold(platform, worker) : worker,
  );
  const workers = config.role === 'api' ? [] : allWorkers;
  for (const worker of workers) await worker.start();
  const port = config.port === null ? undefined : await door.listen(config.host, config.port);

  async function closeDoor(): Promise<void> {
    readiness.turnRed();
    if (config.drainMs > 0 && port !== undefined) await delay(config.drainMs);
    const closed = door.close();
    realtime.endStreams();
    await closed;
    await parts.closeIntake();
  }

  return {
    port,
    async stop() {
      await Promise.all([closeDoor(), ...workers.map((worker) => worker.stop())]);
      await channels.close();
      await ground.close();
    },
  };
}

/** The modules, in the order of modules/order.ts; each is given what it needs of those before it. */
function joinModules(config: Config, ground: Ground, onFirstOwnerArrived: OnFirstOwnerArrived) {
  const { platform, jobs, blobs, secretBox, intakeStatements } = ground;
  const { module: identityModule, identity } = createIdentityModule(platform, {
    publicUrl: config.publicUrl,
    companionUrl: config.companionUrl,
    onFirstOwnerArrived,
  });
  const { recordAudit, memberNames, isActiveMember } = identity;
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
    ffmpeg: findFfmpeg(),
    links: createPublishedLinks({ clock: platform.clock, secretBox, publicUrl: config.publicUrl }),
    providerOf: (workspaceId, channelId) => channels.files(workspaceId, channelId),
  });
  const {
    module: ingestModule,
    handleWebhook,
    closeIntake,
  } = createIngestModule({
    platform,
    endpoints: channels.endpoints,
    publicUrl: config.publicUrl,
    intakeStatements,
    recordAudit,
    // Messages come later in the order and are handed what was read.
    sink: {
      receiveMessages: (...received) => messages.sink.receiveMessages(...received),
      reviseMessages: (...revised) => messages.sink.reviseMessages(...revised),
      receiveCalls: (...called) => messages.sink.receiveCalls(...called),
      noticePeople: (...noticed) => messages.sink.noticePeople(...noticed),
      mergeStatuses: (...told) => messages.sink.mergeStatuses(...told),
    },
    account: {
      changeTemplates: (...changed) => templates.takeChanges(...changed),
      changeNumbers,
      findChannels: findChannelsByNumber,
      noteBusinessApp,
    },
  });
  const { module: contactsModule, contacts } = createContactsModule({ platform, recordAudit });
  const { module: consentModule, consent } = createConsentModule({
    platform,
    recordAudit,
    memberNames,
    findContact: contacts.resolveId,
    holdContact: contacts.hold,
  });
  const { module: templatesModule, templates } = createTemplatesModule(platform, { channels, jobs });
  const { module: messagesModule, messages } = createMessagesModule(platform, {
    channels,
    templates,
    media,
    contacts,
    consent,
    memberNames,
    recordAudit,
    intakeLagMs: () => readIntakeLagMs(platform),
    health: {
      listChannels: (transaction) => listNumbers(channels, transaction),
      contactNames: contacts.names,
      readIntake,
    },
  });
  const { module: inboxModule } = createInboxModule({
    platform,
    recordAudit,
    isActiveMember,
    findChannel: async (transaction, id) => (await channels.viewFacts(transaction, [id])).get(id),
    findOrCreateContact: contacts.findOrCreateRecipient,
    ensureConversations: messages.ensureConversations,
    changeConversation: messages.changeConversation,
    listMessages: messages.list,
    viewMessages: messages.view,
    viewMessageDetails: messages.viewDetails,
  });
  const { module: integrationsModule } = createIntegrationsModule({
    platform,
    secretBox,
    recordAudit,
    viewMessages: messages.view,
    allowedPlaces: config.hooksAllow,
  });
  const { module: operationsModule } = createOperationsModule({
    platform,
    upkeep: [
      ...identityUpkeep,
      ...channelsUpkeep,
      ...ingestUpkeep(config.retention),
      ...mediaUpkeep,
      ...messagesUpkeep(config.retention, media.forgetFiles),
      ...hooksUpkeep,
      ...eventsUpkeep(config.retention),
    ],
  });
  return {
    identity,
    channels,
    handleWebhook,
    closeIntake,
    modules: [
      identityModule,
      channelsModule,
      mediaModule,
      ingestModule,
      contactsModule,
      consentModule,
      templatesModule,
      messagesModule,
      inboxModule,
      integrationsModule,
      operationsModule,
    ],
  };
}

/** A held system takes messages in: it is of use, and says that it sends nothing. */
async function describeHold({ database }: Platform): Promise<string | undefined> {
  const hold = await database.inSystem(readHold);
  return (
    hold && `held since ${hold.since.toISOString()} (${hold.reason}): nothing is sent until it is released`
  );
}

function readinessProbes(config: Config, platform: Platform) {
  const { database } = platform;
  return [
    databaseProbe(database),
    migrationsProbe(database),
    diskProbe(config.dataDir),
    intakeProbe(() => readIntakeLagMs(platform)),
  ];
}

/** The ready world of a first look; without a place to make it in, nothing. */
function createDemonstration(config: Config, clock: Clock, callRoute: CallRoute): OnFirstOwnerArrived {
  const { demoControlUrl: controlUrl } = config;
  if (controlUrl === null) return async () => undefined;
  return (owner, language) => seedDemo({ controlUrl, clock, ...openOwnerDoors(callRoute, owner) }, language);
}
