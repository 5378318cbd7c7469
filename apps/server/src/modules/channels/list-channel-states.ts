import type { ChannelState, Problem } from '@renkei/contract';
import type { Database } from '#platform/database';
import { listStateRows } from './store.ts';

export interface ChannelStateFacts {
  readonly name: string;
  readonly displayPhoneNumber: string;
  readonly state: ChannelState;
  readonly problem: Problem | null;
}

/** Of all workspaces, for the operator of the machine: how every number that is not disconnected is doing. */
export async function listChannelStates({
  database,
}: {
  readonly database: Database;
}): Promise<readonly ChannelStateFacts[]> {
  const rows = await database.inSystem(listStateRows);
  return rows.map(({ name, displayPhoneNumber, state, stateReason }) => ({
    name,
    displayPhoneNumber,
    state,
    problem: stateReason,
  }));
}
