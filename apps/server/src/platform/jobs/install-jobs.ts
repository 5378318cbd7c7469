import type { ClientConfig } from 'pg';
import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { applicationRole } from '#platform/database';
import type { Logger } from '#platform/log';
import { jobSchema, toBossConnection } from './boss-connection.ts';
import type { JobDefinition } from './job.ts';

/** Makes or upgrades the job tables and one queue per definition, as the owner of the database. Safe to repeat. */
export async function installJobs(options: {
  readonly ownerConnection: ClientConfig;
  readonly definitions: readonly JobDefinition[];
  readonly log: Logger;
}): Promise<void> {
  const boss = new PgBoss({
    ...toBossConnection(options.ownerConnection),
    schema: jobSchema,
    supervise: false,
    schedule: false,
    max: 1,
  });
  boss.on('error', (error) => options.log.warn({ err: error }, 'the job installer lost its connection'));
  await boss.start();
  for (const definition of options.definitions) await installQueue(boss, definition);
  await boss.stop({ graceful: false });
  await grant(options.ownerConnection);
}

async function installQueue(boss: PgBoss, definition: JobDefinition): Promise<void> {
  const settings = {
    retryLimit: definition.retryLimit,
    retryDelay: definition.retryDelaySeconds,
    retryBackoff: true,
    retryDelayMax: definition.retryDelayMaxSeconds,
    expireInSeconds: definition.expireInSeconds,
    notify: true,
  };
  if (await boss.getQueue(definition.name)) await boss.updateQueue(definition.name, settings);
  else await boss.createQueue(definition.name, settings);
}

async function grant(ownerConnection: ClientConfig): Promise<void> {
  const client = new pg.Client(ownerConnection);
  await client.connect();
  try {
    await client.query(`
      grant usage on schema ${jobSchema} to ${applicationRole};
      grant select, insert, update, delete on all tables in schema ${jobSchema} to ${applicationRole};
      grant usage on all sequences in schema ${jobSchema} to ${applicationRole};
      grant execute on all functions in schema ${jobSchema} to ${applicationRole}`);
  } finally {
    await client.end();
  }
}
