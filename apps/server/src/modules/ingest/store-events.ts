import { encodeByteaArray, encodeUuidArray, named, type StatementPool } from '#platform/database';
import { laneOf } from './lanes.ts';

/** The writing half of `raw_events` and `raw_event_jobs`: one statement per batch. */
export interface NewRawEvent {
  readonly workspaceId: string;
  readonly endpointId: string;
  readonly body: Buffer;
}

/** Stores events and their jobs, numbered in the order given, or none of them. A batch may have many workspaces. */
export async function insertRawEvents(
  statements: StatementPool,
  events: readonly NewRawEvent[],
  receivedAt: Date,
): Promise<void> {
  await statements.execute(
    named('insert_raw_events', {
      text: `with arrived as materialized (
               select nextval('raw_event_id') as id, item.workspace_id, item.endpoint_id, item.body, item.lane
               from (select * from unnest($1::uuid[], $2::uuid[], $3::bytea[], $5::smallint[])
                       with ordinality as item (workspace_id, endpoint_id, body, lane, position)
                     order by position) as item
             ), stored as (
               insert into raw_events (workspace_id, received_at, id, endpoint_id, body)
               select workspace_id, $4, id, endpoint_id, body from arrived
             )
             insert into raw_event_jobs (workspace_id, raw_event_id, received_at, run_at, lane)
             select workspace_id, id, $4, $4, lane from arrived`,
      values: [
        encodeUuidArray(events.map((event) => event.workspaceId)),
        encodeUuidArray(events.map((event) => event.endpointId)),
        encodeByteaArray(events.map((event) => event.body)),
        receivedAt,
        events.map(laneOf),
      ],
    }),
  );
}
