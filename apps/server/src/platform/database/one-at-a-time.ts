import pg, { type ClientConfig } from 'pg';
import type { Logger } from '#platform/log';

/** Any number will do as long as everybody who prepares a database takes the same, and nothing else takes it. */
const lockKey = 7_307_002;

/** While several processes start together, each does its `work` on the whole database alone. A killed one lets go. */
export async function oneAtATime<Result>(
  { ownerConnection, log }: { readonly ownerConnection: ClientConfig; readonly log: Logger },
  work: () => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ ...ownerConnection, application_name: 'renkei start' });
  client.on('error', (error) => log.warn({ err: error }, 'the connection that guards a start was lost'));
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    return await work();
  } finally {
    await client.end();
  }
}
