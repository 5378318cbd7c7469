import type { HooksContext } from './context.ts';
import { type DueDelivery, postpone } from './store-deliveries.ts';
import { findHookTargets } from './store-hooks.ts';

/** A hook that is switched off is told what waits once it is switched on; nobody else looks sooner than this. */
const restMs = 24 * 3_600_000;

/** A delivery, and where to. */
export interface Call {
  readonly delivery: DueDelivery;
  readonly url: string;
  readonly secret: string;
}

/** Those that are still wanted: a hook may have been switched off, or deleted a moment ago and its deliveries with it. */
export async function findTargets(
  context: HooksContext,
  due: readonly DueDelivery[],
): Promise<readonly Call[]> {
  const calls: Call[] = [];
  for (const [workspaceId, deliveries] of Map.groupBy(due, (delivery) => delivery.workspaceId)) {
    for (const [hookId, { url, secretEncrypted }] of await readEnabled(context, workspaceId, deliveries)) {
      const secret = await context.secretBox.open(secretEncrypted, {
        workspaceId,
        rowId: hookId,
        column: 'secret_encrypted',
      });
      const own = deliveries.filter((delivery) => delivery.hookId === hookId);
      calls.push(...own.map((delivery) => ({ delivery, url, secret })));
    }
  }
  return calls;
}

function readEnabled(
  { platform: { database, clock } }: HooksContext,
  workspaceId: string,
  deliveries: readonly DueDelivery[],
) {
  return database.inTenant(workspaceId, async (tx) => {
    const hookIds = [...new Set(deliveries.map(({ hookId }) => hookId))];
    const targets = await findHookTargets(tx, hookIds);
    const restUntil = new Date(clock.now().getTime() + restMs);
    for (const delivery of deliveries) {
      if (targets.get(delivery.hookId)?.state === 'disabled') await postpone(tx, delivery, restUntil);
    }
    return [...targets].filter(([, { state }]) => state !== 'disabled');
  });
}
