import type { ClientConfig } from 'pg';
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import type * as z from 'zod';
import { applicationRole, type Transaction } from '#platform/database';
import type { Logger } from '#platform/log';
import type { Worker } from '#platform/module';
import { jobSchema, toBossConnection } from './boss-connection.ts';
import type { JobDefinition } from './job.ts';

export interface JobQueue {
  /** Queues jobs in the caller's transaction: they exist when, and only when, it commits. */
  enqueue<Payload extends z.ZodType>(
    transaction: Transaction,
    definition: JobDefinition<Payload>,
    payloads: readonly z.input<Payload>[],
  ): Promise<void>;
  /** Says who does the work. Once per definition, before the worker starts. */
  handle<Payload extends z.ZodType>(
    definition: JobDefinition<Payload>,
    handler: (payload: z.output<Payload>, run: JobRun) => Promise<void>,
  ): void;
  /** What runs the handlers in this process. */
  readonly worker: Worker;
  /** Opens the connections that `enqueue` needs. */
  open(): Promise<void>;
  close(): Promise<void>;
}

export interface JobRun {
  /** True when there will be no further try: what fails now has failed for good. */
  readonly lastTry: boolean;
}

type Handler = (data: unknown, run: JobRun) => Promise<void>;

/** New jobs are announced by NOTIFY; retries become due without one, so they are what this polling is for. */
const polling = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 };

export function createJobQueue(options: {
  readonly connection: ClientConfig;
  readonly definitions: readonly JobDefinition[];
  readonly log: Logger;
}): JobQueue {
  const boss = createBoss(options.connection, options.log);
  const handlers = new Map<string, Handler>();

  async function startWorking(definition: JobDefinition): Promise<void> {
    const handler = handlers.get(definition.name);
    if (!handler) throw new Error(`Nobody handles the job ${definition.name}.`);
    await boss.work(
      definition.name,
      {
        batchSize: 1,
        localConcurrency: definition.concurrency,
        ...polling,
        includeMetadata: true,
      },
      async (jobs: readonly JobWithMetadata<unknown>[]) => {
        for (const job of jobs) await handler(job.data, { lastTry: job.retryCount >= job.retryLimit });
      },
    );
  }

  return {
    async enqueue(transaction, definition, payloads) {
      if (payloads.length === 0) return;
      const jobs = payloads.map((payload) => ({ data: definition.payload.parse(payload) as object }));
      await boss.insert(definition.name, jobs, { db: { executeSql: runIn(transaction) } });
    },
    handle(definition, handler) {
      if (handlers.has(definition.name)) throw new Error(`The job ${definition.name} has two handlers.`);
      handlers.set(definition.name, async (data, run) => {
        try {
          await handler(definition.payload.parse(data), run);
        } catch (error) {
          options.log.warn(
            { err: error, job: definition.name },
            'a job failed and will be tried again if it may',
          );
          throw error;
        }
      });
    },
    worker: {
      name: 'jobs',
      reachesOutside: true,
      start: async () => {
        for (const definition of options.definitions) await startWorking(definition);
      },
      stop: async () => {
        await Promise.all(options.definitions.map(({ name }) => boss.offWork(name, { wait: true })));
      },
    },
    open: async () => {
      await boss.start();
    },
    close: () => boss.stop({ graceful: true, timeout: 5_000 }),
  };
}

function createBoss(connection: ClientConfig, log: Logger): PgBoss {
  const boss = new PgBoss({
    ...toBossConnection(connection),
    options: `-c role=${applicationRole}`,
    application_name: 'renkei jobs',
    schema: jobSchema,
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    useListenNotify: true,
    max: 4,
  });
  boss.on('error', (error) => log.warn({ err: error }, 'the job queue had a problem'));
  return boss;
}

function runIn(transaction: Transaction) {
  return async (text: string, values: unknown[] = []) => ({
    rows: [...(await transaction.query({ text, values }))],
  });
}
