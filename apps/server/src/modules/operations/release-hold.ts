import { listWorkspaceIds, recordAudit } from '#modules/identity';
import { settleRestored } from '#modules/messages';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import { type Hold, liftHold, readHold } from '#platform/hold';
import type { Principal } from '#platform/module';

export interface Released {
  readonly hold: Hold;
  readonly unsure: number;
  readonly unconfirmed: number;
}

export interface Release {
  readonly sendsQueued: boolean;
  /** Who decided; null: an operator at the machine. The audit logs of other workspaces do not name them. */
  readonly principal: Pick<Principal, 'memberId' | 'workspaceId'> | null;
}

/**
 * Lets a held system act on the outside again, as somebody's decision. Of a restored one the sends of the backup are
 * decided about first, so nothing of them goes out by itself. Undefined when nothing was held. Safe to kill and repeat.
 */
export async function releaseHold(
  ground: { readonly database: Database; readonly clock: Clock },
  { sendsQueued, principal }: Release,
): Promise<Released | undefined> {
  const { database, clock } = ground;
  const hold = await database.inSystem(readHold);
  if (!hold) return undefined;
  const total = { unsure: 0, unconfirmed: 0 };
  const workspaceIds = await database.inSystem(listWorkspaceIds);
  for (const workspaceId of workspaceIds) {
    if (hold.reason === 'restored') {
      const settled = await settleRestored(ground, workspaceId, { sendsQueued });
      total.unsure += settled.unsure;
      total.unconfirmed += settled.unconfirmed;
    }
    await database.inTenant(workspaceId, (transaction) =>
      recordAudit(transaction, clock.now(), {
        principal: principal?.workspaceId === workspaceId ? principal : null,
        action: 'system.released',
        subjectId: null,
        detail: {
          reason: hold.reason,
          backupTakenAt: hold.backupTakenAt?.toISOString() ?? null,
          sendsQueued,
        },
      }),
    );
  }
  await database.inSystem(liftHold);
  return { hold, ...total };
}
