import type { RenkeiEvent } from '@renkei/contract';
import type { PoolClient, QueryResultRow } from 'pg';
import type { WakeCall, WakeSender, WakeTopic } from '#platform/wake';
import type { Pooling } from './pooling.ts';
import { type Statement, toQuery } from './statement.ts';

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
  readonly #pooling: Pooling;
  readonly #events: RenkeiEvent[] = [];
  readonly #wakes = new Map<string, WakeCall>();

  constructor(
    client: PoolClient,
    workspaceId: string,
    { now, pooling }: { readonly now: () => Date; readonly pooling: Pooling },
  ) {
    this.#client = client;
    this.workspaceId = workspaceId;
    this.#now = now;
    this.#pooling = pooling;
  }

  async query<Row extends QueryResultRow>(statement: Statement): Promise<readonly Row[]> {
    const result = await this.#client.query<Row>(toQuery(statement, this.#pooling));
    return result.rows;
  }

  async execute(statement: Statement): Promise<number> {
    const result = await this.#client.query(toQuery(statement, this.#pooling));
    return result.rowCount ?? 0;
  }

  wake(topic: WakeTopic, detail = ''): void {
    this.#wakes.set(`${topic} ${detail}`, { topic, detail });
  }

  publish(event: RenkeiEvent): void {
    this.#events.push(event);
    this.wake('events', this.workspaceId);
  }

  /** Events last: their counter row is locked until the commit, which is what makes their numbers gapless and in order. */
  async finish(): Promise<void> {
    if (this.#events.length > 0) await this.#insertEvents();
  }

  /** To be called after the commit. */
  async sendWakes(sender: WakeSender): Promise<void> {
    if (this.#wakes.size === 0) return;
    await sender.send([...this.#wakes.values()], (text) => this.#client.query(text));
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
