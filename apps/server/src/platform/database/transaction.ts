import type { RenkeiEvent } from '@renkei/contract';
import pg, { type PoolClient, type QueryResultRow } from 'pg';
import type { Statement } from './statement.ts';

/** Something to look at for whoever waits for work; losing it costs latency only. */
export const wakeTopics = ['raw_events', 'outbox', 'events', 'search', 'endpoints', 'sessions'] as const;
export type WakeTopic = (typeof wakeTopics)[number];

export interface Transaction {
  query<Row extends QueryResultRow>(statement: Statement): Promise<readonly Row[]>;
  /** Runs a statement whose rows nobody wants; gives the number of rows it touched. */
  execute(statement: Statement): Promise<number>;
  /** Wakes the waiting processes when, and only when, this commits. */
  wake(topic: WakeTopic, detail?: string): void;
}

/** A transaction of one tenant: row-level security lets it see that tenant's rows and no others. */
export interface TenantTransaction extends Transaction {
  readonly workspaceId: string;
  /** Appends to the tenant's numbered events, in this transaction. */
  publish(event: RenkeiEvent): void;
}

/** Queries on a client, plus what has to happen just before its commit. */
export class OpenTransaction implements TenantTransaction {
  readonly workspaceId: string;
  readonly #client: PoolClient;
  readonly #now: () => Date;
  readonly #events: RenkeiEvent[] = [];
  readonly #wakes = new Map<string, readonly [WakeTopic, string]>();

  constructor(client: PoolClient, workspaceId: string, now: () => Date) {
    this.#client = client;
    this.workspaceId = workspaceId;
    this.#now = now;
  }

  async query<Row extends QueryResultRow>(statement: Statement): Promise<readonly Row[]> {
    const result = await this.#client.query<Row>(toQuery(statement));
    return result.rows;
  }

  async execute(statement: Statement): Promise<number> {
    const result = await this.#client.query(toQuery(statement));
    return result.rowCount ?? 0;
  }

  wake(topic: WakeTopic, detail = ''): void {
    this.#wakes.set(`${topic} ${detail}`, [topic, detail]);
  }

  publish(event: RenkeiEvent): void {
    this.#events.push(event);
    this.wake('events', this.workspaceId);
  }

  /** Events last: their counter row is locked until the commit, which is what makes their numbers gapless and in order. */
  async finish(): Promise<void> {
    if (this.#events.length > 0) await this.#insertEvents();
  }

  /**
   * After the commit, in a transaction that is not synced: all notifications of a server share one lock, held until
   * their commit is done, and the disk would make every writer wait for every other.
   */
  async sendWakes(): Promise<void> {
    if (this.#wakes.size === 0) return;
    const payloads = [...this.#wakes.values()].map(([topic, detail]) => `${topic} ${detail}`);
    const calls = payloads.map((payload) => `select pg_notify('renkei', ${pg.escapeLiteral(payload)})`);
    await this.#client.query(`begin; set local synchronous_commit = off; ${calls.join('; ')}; commit`);
  }

  async #insertEvents(): Promise<void> {
    await this.execute({
      name: 'insert_events',
      text: `with counter as (
               insert into event_counters (workspace_id, last_number) values ($1, $2)
               on conflict (workspace_id) do update set last_number = event_counters.last_number + $2
               returning last_number)
             insert into events (workspace_id, number, type, data, created_at)
             select $1, counter.last_number - $2 + event.position, event.data ->> 'type', event.data, $4
             from counter, unnest($3::jsonb[]) with ordinality as event (data, position)`,
      values: [
        this.workspaceId,
        this.#events.length,
        this.#events.map((event) => JSON.stringify(event)),
        this.#now(),
      ],
    });
  }
}

function toQuery(statement: Statement) {
  const { text, name } = statement;
  const values = [...statement.values];
  return name === undefined ? { text, values } : { text, values, name };
}
