/** The composition root: everything the server is made of, in the order in which it is built. */
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
import { createIdentityModule } from '#modules/identity';
import { systemClock } from '#platform/clock';
import { createDatabase, listenForWakes, migrateDatabase } from '#platform/database';
import type { Logger } from '#platform/log';
import { createMetrics } from '#platform/metrics';
import type { Platform, ServerModule } from '#platform/module';

export interface App {
  /** The port that HTTP listens on; undefined in a process that only works. */
  readonly port: number | undefined;
  /** Lets everything in flight finish. Safe to call once. */
  stop(): Promise<void>;
}

const webDir = fileURLToPath(new URL('../../web/dist/', import.meta.url));

/** Builds the server and starts what its role asks for: requests, background work, or both. */
export async function startApp(config: Config, log: Logger): Promise<App> {
  const connection = { connectionString: config.databaseUrl };
  await migrateDatabase({ ownerConnection: connection, log });
  const clock = systemClock;
  const metrics = createMetrics();
  const database = createDatabase({ connection, clock, log });
  const wake = await listenForWakes({ connection, log });
  const platform: Platform = { database, wake, clock, log, metrics };

  const { module: identityModule, identity } = createIdentityModule(platform, {
    publicUrl: config.publicUrl,
    companionUrl: config.companionUrl,
    onFirstOwnerArrived: async () => undefined,
  });

  const modules: readonly ServerModule[] = [identityModule];
  const workers = config.role === 'api' ? [] : modules.flatMap((module) => module.workers);

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

  for (const worker of workers) await worker.start();
  const port = config.role === 'worker' ? undefined : await http.listen(config.host, config.port);

  return {
    port,
    async stop() {
      const closed = http.close();
      stopping.abort();
      await closed;
      await Promise.all(workers.map((worker) => worker.stop()));
      await wake.close();
      await database.close();
    },
  };
}
