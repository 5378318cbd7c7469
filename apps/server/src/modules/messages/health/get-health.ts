import { failedShownDays, type Health } from '@renkei/contract';
import type { ListedChannel } from '#modules/channels';
import type { ContactName } from '#modules/contacts';
import type { TenantTransaction } from '#platform/database';
import { readHold } from '#platform/hold';
import type { OutboundContext } from '../outbound/needs.ts';
import { countUnsettled } from './store-health.ts';
import { viewQueues } from './view-queues.ts';

/** What the health page asks of the modules beside it. */
export interface HealthNeeds {
  readonly listChannels: (tx: TenantTransaction) => Promise<readonly ListedChannel[]>;
  readonly contactNames: (
    tx: TenantTransaction,
    contactIds: readonly string[],
  ) => Promise<ReadonlyMap<string, ContactName>>;
  /** What came in and is not processed yet; counts end at `countCeiling`. */
  readonly readIntake: (tx: TenantTransaction) => Promise<{
    readonly oldestAt: Date | null;
    readonly pending: number;
    readonly quarantined: number;
  }>;
}

export type HealthContext = OutboundContext & HealthNeeds;

/** Beyond this the intake is behind, as readiness says too. (Reliability §9) */
const lagLimitMs = 60_000;

const dayMs = 24 * 60 * 60 * 1_000;

/** How a workspace's messages fare right now. Every count ends at `countCeiling`, so that asking stays cheap. */
export function getHealth(context: HealthContext, workspaceId: string): Promise<Health> {
  const { platform, listChannels, readIntake } = context;
  return platform.database.inTenant(workspaceId, async (tx) => {
    const now = platform.clock.now();
    const hold = await readHold(tx);
    const intake = await readIntake(tx);
    const channels = (await listChannels(tx)).filter(({ state }) => state !== 'disconnected');
    const counted = new Map(
      (await countUnsettled(tx, failedSince(now))).map(({ state, count }) => [state, count]),
    );
    const unsettled = {
      unsure: counted.get('unsure') ?? 0,
      unconfirmed: counted.get('unconfirmed') ?? 0,
      failed: counted.get('failed') ?? 0,
    };
    const lagMs = intake.oldestAt ? Math.max(0, now.getTime() - intake.oldestAt.getTime()) : 0;
    return {
      at: now.toISOString(),
      hold: hold
        ? {
            reason: hold.reason,
            backupTakenAt: hold.backupTakenAt?.toISOString() ?? null,
            since: hold.since.toISOString(),
          }
        : null,
      intake: {
        oldestAt: intake.oldestAt?.toISOString() ?? null,
        lagMs,
        pending: intake.pending,
        quarantined: intake.quarantined,
      },
      unsettled,
      needsAttention:
        hold !== undefined ||
        lagMs > lagLimitMs ||
        intake.quarantined > 0 ||
        unsettled.unconfirmed > 0 ||
        channels.some(({ state }) => state !== 'connected'),
      queues: [...(await viewQueues(context, tx, channels, { now, isSystemHeld: hold !== undefined }))],
    };
  });
}

export function failedSince(now: Date): Date {
  return new Date(now.getTime() - failedShownDays * dayMs);
}
