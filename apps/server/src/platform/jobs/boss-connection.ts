import type { ClientConfig } from 'pg';
import type { ConstructorOptions } from 'pg-boss';

/** The schema of the job tables. */
export const jobSchema = 'jobs';

/** pg-boss takes the same settings as pg, but no `undefined` among them. */
export function toBossConnection(connection: ClientConfig): ConstructorOptions {
  const { connectionString, host, port, user, password, database } = connection;
  return {
    ...(connectionString === undefined ? {} : { connectionString }),
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(user === undefined ? {} : { user }),
    ...(typeof password === 'string' ? { password } : {}),
    ...(database === undefined ? {} : { database }),
  };
}
