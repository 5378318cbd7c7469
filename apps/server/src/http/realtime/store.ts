import { eventSchema, type RenkeiEvent } from '@renkei/contract';
import { type Database, named, sql } from '#platform/database';

export interface NumberedEvent {
  readonly number: number;
  readonly event: RenkeiEvent;
}

export const eventsPerRead = 500;

/** The number of the newest event; 0 before the first. */
export async function readLastNumber(database: Database, workspaceId: string): Promise<number> {
  const rows = await database.inTenant(workspaceId, (transaction) =>
    transaction.query<{ last_number: string }>(
      named(
        'read_last_event_number',
        sql`select last_number from event_counters where workspace_id = ${workspaceId}`,
      ),
    ),
  );
  return Number(rows[0]?.last_number ?? 0);
}

/** The events that follow a number, in order, at most `eventsPerRead`. */
export async function readEventsAfter(
  database: Database,
  workspaceId: string,
  after: number,
): Promise<readonly NumberedEvent[]> {
  const rows = await database.inTenant(workspaceId, (transaction) =>
    transaction.query<{ number: string; data: unknown }>(
      named(
        'read_events_after',
        sql`select number, data from events where workspace_id = ${workspaceId} and number > ${after}
            order by number limit ${eventsPerRead}`,
      ),
    ),
  );
  return rows.map(({ number, data }) => ({ number: Number(number), event: eventSchema.parse(data) }));
}
