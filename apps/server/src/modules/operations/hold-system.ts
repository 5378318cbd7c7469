import { listWorkspaceIds, recordAudit } from '#modules/identity';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import { placeHold } from '#platform/hold';

/** Stops everything that reaches outside until somebody releases it. False: the system is held already. */
export async function holdSystem({
  database,
  clock,
}: {
  readonly database: Database;
  readonly clock: Clock;
}): Promise<boolean> {
  const placed = await database.inSystem((transaction) => placeHold(transaction, 'operator', clock.now()));
  if (!placed) return false;
  for (const workspaceId of await database.inSystem(listWorkspaceIds)) {
    await database.inTenant(workspaceId, (transaction) =>
      recordAudit(transaction, clock.now(), { principal: null, action: 'system.held', subjectId: null }),
    );
  }
  return true;
}
