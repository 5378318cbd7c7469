import { listWorkspaceIds, recordAudit } from '#modules/identity';
import { settleRestored } from '#modules/messages';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database';
import { RenkeiError } from '#platform/errors';
import { type Hold, liftHold, readHold } from '#platform/hold';
import type { Principal } from '#platform/module';

export interface Released {
  readonly hold: Hold;
  readonly unsure: number;
  readonly unconfirmed: number;
}

export interface Release {
  readonly sendsQueued: boolean;
  /** Who decided, where there is but one workspace; null: an operator at the machine. */
  readonly principal: Pick<Principal, 'memberId' | 'workspaceId'> | null;
}

/** The hold is everybody's: no workspace decides what another one sends. */
function onlyByOperator(): RenkeiError {
  return new RenkeiError('forbidden', {
    detail: {
      en: 'This installation has several workspaces, and the hold concerns all of them.',
      ja: 'この環境には複数のワークスペースがあり、保留はそのすべてに関わります。',
    },
    remedy: {
      en: 'Ask whoever runs the server: npx renkei release',
      ja: 'サーバーの運用担当者に依頼してください: npx renkei release',
    },
  });
}

/**
 * Lets a held system act on the outside again, as somebody's decision. Of a restored one the sends of the backup are
 * decided about first, so nothing of them goes out by itself. Undefined when nothing was held. Safe to kill and repeat.
 *
 * @throws RenkeiError forbidden: a member has decided for workspaces of others
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
  if (principal !== null && workspaceIds.length > 1) throw onlyByOperator();
  for (const workspaceId of workspaceIds) {
    if (hold.reason === 'restored') {
      const settled = await settleRestored(ground, workspaceId, { sendsQueued });
      total.unsure += settled.unsure;
      total.unconfirmed += settled.unconfirmed;
    }
    await database.inTenant(workspaceId, (transaction) =>
      recordAudit(transaction, clock.now(), {
        principal,
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
