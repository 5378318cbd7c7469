import type { HooksContext } from './context.ts';
import { type DueDelivery, postpone } from './store-deliveries.ts';
import { findHookTargets, type HookTarget } from './store-hooks.ts';

/** A hook that is switched off is told what waits once it is switched on; nobody else looks sooner than this. */
const restMs = 24 * 3_600_000;

/** A delivery, and where to. */
export interface Call {
  readonly delivery: DueDelivery;
  readonly target: HookTarget;
}

/**
 * Of one workspace's deliveries those that are still wanted: a hook may have been switched off, or deleted a moment ago
 * and its deliveries with it.
 */
export function findTargets(
  { platform: { database, clock } }: HooksContext,
  workspaceId: string,
  deliveries: readonly DueDelivery[],
): Promise<readonly Call[]> {
  return database.inTenant(workspaceId, async (tx) => {
    const targets = await findHookTargets(tx, [...new Set(deliveries.map(({ hookId }) => hookId))]);
    const restUntil = new Date(clock.now().getTime() + restMs);
    const calls: Call[] = [];
    for (const delivery of deliveries) {
      const target = targets.get(delivery.hookId);
      if (target?.state === 'disabled') await postpone(tx, delivery, restUntil);
      else if (target) calls.push({ delivery, target });
    }
    return calls;
  });
}
