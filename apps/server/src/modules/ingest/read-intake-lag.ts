import type { Platform } from '#platform/module';
import { findOldestWaiting } from './store-jobs.ts';

/** For how long the oldest event that is not processed yet has been waiting; 0 when none is. */
export async function readIntakeLagMs({
  database,
  clock,
}: Pick<Platform, 'database' | 'clock'>): Promise<number> {
  const since = await database.inSystem(findOldestWaiting);
  return since === undefined ? 0 : Math.max(0, clock.now().getTime() - since.getTime());
}
