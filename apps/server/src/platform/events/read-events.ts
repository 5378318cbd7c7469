import { eventSchema, type RenkeiEvent } from '@renkei/contract';
import { named, sql, type TenantTransaction } from '#platform/database';

/** An event and its number, which counts from 1 within its workspace and has no gaps. */
export interface NumberedEvent {
  readonly number: number;
  readonly event: RenkeiEvent;
}

/** The number of the newest event; 0 before the first. */
export async function readLastEventNumber(transaction: TenantTransaction): Promise<number> {
  const [row] = await transaction.query<{ last_number: string }>(
    named(
      'read_last_event_number',
      sql`select last_number from event_counters where workspace_id = ${transaction.workspaceId}`,
    ),
  );
  return Number(row?.last_number ?? 0);
}

/** The events that follow a number, in order. */
export async function readEventsAfter(
  transaction: TenantTransaction,
  after: number,
  limit: number,
): Promise<readonly NumberedEvent[]> {
  const rows = await transaction.query<{ number: string; data: unknown }>(
    named(
      'read_events_after',
      sql`select number, data from events
          where workspace_id = ${transaction.workspaceId} and number > ${after}
          order by number limit ${limit}`,
    ),
  );
  return rows.map(({ number, data }) => ({ number: Number(number), event: eventSchema.parse(data) }));
}
