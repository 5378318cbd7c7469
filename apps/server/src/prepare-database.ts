import type { ClientConfig } from 'pg';
import { mediaJobs } from '#modules/media';
import { templateJobs } from '#modules/templates';
import { migrateDatabase, oneAtATime } from '#platform/database';
import { installJobs, type JobDefinition } from '#platform/jobs';
import type { Logger } from '#platform/log';

/** Every kind of background job there is. The server refuses to start when one of them has no handler, or two. */
export const jobDefinitions: readonly JobDefinition[] = [...mediaJobs, ...templateJobs];

/** Brings schema and job queues up to date, as the owner of the database. Safe to repeat, and to kill anywhere. */
export async function prepareDatabase(options: {
  readonly ownerConnection: ClientConfig;
  readonly log: Logger;
  /** The schema of these migrations only; see `migrateDatabase`. */
  readonly only?: ReadonlySet<string>;
}): Promise<void> {
  await oneAtATime(options, async () => {
    await migrateDatabase(options);
    await installJobs({ ...options, definitions: jobDefinitions });
  });
}
