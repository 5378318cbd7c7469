import type { Config } from '#config';
import type { BlobStore } from '#platform/blob';
import { systemClock } from '#platform/clock';
import { createSecretBox, type SecretBox } from '#platform/crypto';
import {
  assertApplicationRole,
  createDatabase,
  createSystemStatements,
  type StatementPool,
  timeDatabase,
} from '#platform/database';
import { createJobQueue, type JobQueue } from '#platform/jobs';
import type { Logger } from '#platform/log';
import { createMetrics } from '#platform/metrics';
import type { Platform } from '#platform/module';
import { connectWakesByNats, listenForWakes, type WakeLine } from '#platform/wake';
import { openBlobs } from './open-blobs.ts';
import { jobDefinitions, prepareDatabase } from './prepare-database.ts';

/** What the modules stand on: the schema of this release, connections, jobs, files, secrets. */
export interface Ground {
  readonly platform: Platform;
  /** Connections that only webhooks use, so that nothing else keeps one waiting. */
  readonly intakeStatements: StatementPool;
  readonly jobs: JobQueue;
  readonly blobs: BlobStore;
  readonly secretBox: SecretBox;
  close(): Promise<void>;
}

/** Commits of webhooks in flight; see the group commit of ingest. */
const intakeConnections = 3;

/** @throws OperatorError when the database is not one to work with */
export async function openGround(config: Config, log: Logger): Promise<Ground> {
  const connection = { connectionString: config.databaseUrl };
  const directConnection = { connectionString: config.databaseDirectUrl };
  await prepareDatabase({ ownerConnection: directConnection, log });
  const clock = systemClock;
  const wake = await openWakeLine(config, log);
  const shared = { connection, log, pooling: config.databasePooling, wakes: wake.sender };
  const metrics = createMetrics(log);
  const database = createDatabase({
    ...shared,
    clock,
    timing: timeDatabase(metrics),
    poolSize: config.databaseConnections,
  });
  await assertApplicationRole(database);
  const intakeStatements = createSystemStatements({ ...shared, poolSize: intakeConnections });
  const jobs = createJobQueue({ connection: directConnection, definitions: jobDefinitions, log });
  await jobs.open();
  return {
    platform: { database, wake, clock, log, metrics },
    intakeStatements,
    jobs,
    blobs: openBlobs(config),
    secretBox: createSecretBox(config.masterKey),
    async close() {
      await jobs.close();
      await wake.close();
      await Promise.all([database.close(), intakeStatements.close()]);
    },
  };
}

/** How processes wake each other; see docs/decisions. NATS may be away: then they poll. */
async function openWakeLine({ nats, databaseDirectUrl }: Config, log: Logger): Promise<WakeLine> {
  if (nats) return connectWakesByNats({ settings: nats, log });
  return listenForWakes({ connection: { connectionString: databaseDirectUrl }, log });
}
