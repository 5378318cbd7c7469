/** The composition root: everything the server is made of, in the order in which it is built. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Config } from '#config';
import {
  createHttpServer,
  createReadiness,
  databaseProbe,
  diskProbe,
  migrationsProbe,
  realtimeRoutes,
} from '#http';
import { createChannelsModule } from '#modules/channels';
import { createContactsModule } from '#modules/contacts';
import { createIdentityModule } from '#modules/identity';
import { createMediaModule } from '#modules/media';
import { createTemplatesModule } from '#modules/templates';
import { createDiskBlobStore } from '#platform/blob';
import { systemClock } from '#platform/clock';
import { createSecretBox } from '#platform/crypto';
import { createDatabase, listenForWakes } from '#platform/database';
import { createJobQueue } from '#platform/jobs';
import type { Logger } from '#platform/log';
import { createMetrics } from '#platform/metrics';
import type { Platform, ServerModule } from '#platform/module';
import { jobDefinitions, prepareDatabase } from './prepare-database.ts';

export interface App {
  /** The port that HTTP listens on; undefined in a process that only works. */
  readonly port: number | undefined;
  /** Lets everything in flight finish. To be called once. */
  stop(): Promise<void>;
}

const webDir = fileURLToPath(new URL('../../web/dist/', import.meta.url));

/** Builds the server and starts what its role asks for: requests, background work, or both. */
export async function startApp(config: Config, log: Logger): Promise<App> {
  // The ground: schema, connections, files, secrets.
  const connection = { connectionString: config.databaseUrl };
  await prepareDatabase({ ownerConnection: connection, log });
  const clock = systemClock;
  const metrics = createMetrics();
  const database = createDatabase({ connection, clock, log });
  const wake = await listenForWakes({ connection, log });
  const platform: Platform = { database, wake, clock, log, metrics };
  const jobs = createJobQueue({ connection, definitions: jobDefinitions, log });
  const blobs = createDiskBlobStore(join(config.dataDir, 'media'));
  const secretBox = createSecretBox(config.masterKey);

  // The modules, in the order of modules/order.ts.
  const { module: identityModule, identity } = createIdentityModule(platform, {
    publicUrl: config.publicUrl,
    companionUrl: config.companionUrl,
    onFirstOwnerArrived: async () => undefined,
  });
  const { recordAudit } = identity;
  const { module: channelsModule, channels } = createChannelsModule(platform, {
    config,
    secretBox,
    recordAudit,
    traffic: async () => new Map(),
  });
  const { module: mediaModule, media: _media } = createMediaModule({
    platform,
    blobs,
    jobs,
    providerOf: async (workspaceId, channelId) =>
      (await channels.connection(workspaceId, channelId)).provider,
  });
  const { module: contactsModule, contacts: _contacts } = createContactsModule({ platform, recordAudit });
  const { module: templatesModule, templates: _templates } = createTemplatesModule(platform, { channels });

  const modules: readonly ServerModule[] = [
    identityModule,
    channelsModule,
    mediaModule,
    contactsModule,
    templatesModule,
  ];
  const workers = config.role === 'api' ? [] : [...modules.flatMap((module) => module.workers), jobs.worker];

  const stopping = new AbortController();
  const bindings = [
    ...modules.flatMap((module) => module.routes),
    ...realtimeRoutes(platform, {
      refreshPrincipal: identity.refreshPrincipal,
      stopping: stopping.signal,
    }),
  ];
  const http = await createHttpServer(platform, {
    ...config,
    webDir,
    bindings,
    authenticate: identity.authenticate,
    readiness: createReadiness(
      [databaseProbe(database), migrationsProbe(database), diskProbe(config.dataDir)],
      log,
    ),
  });

  await jobs.open();
  for (const worker of workers) await worker.start();
  const port = config.role === 'worker' ? undefined : await http.listen(config.host, config.port);

  return {
    port,
    async stop() {
      const closed = http.close();
      stopping.abort();
      await closed;
      await Promise.all(workers.map((worker) => worker.stop()));
      await jobs.close();
      await channels.close();
      await wake.close();
      await database.close();
    },
  };
}
