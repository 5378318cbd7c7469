import { crashPoint } from '#platform/crash-point';
import { TurnMissed, WorkspaceBusy } from '#platform/database';
import type { FactMetrics } from './fact-metrics.ts';
import { isNobodysFault } from './is-nobodys-fault.ts';
import { wholeWorkspace } from './lanes.ts';
import type { IngestNeeds } from './needs.ts';
import { normaliseBatch, type Turn } from './normalise-batch.ts';
import { noteFailure } from './store-jobs.ts';

const tries = 5;
const reasonCharacters = 500;
/** For the whole workspace: every lane is given up after its batch, so this is long. */
const waitForOthersMs = 5_000;

type Needs = IngestNeeds & { readonly factMetrics: FactMetrics };

/**
 * One batch of one lane, and what becomes of it when it fails. Gives how many events were claimed; undefined: the turn was
 * somebody else's.
 */
export async function workOnLane(needs: Needs, workspaceId: string, turn: Turn): Promise<number | undefined> {
  let claimed: readonly string[] = [];
  try {
    await needs.platform.database.inTenant(workspaceId, (transaction) =>
      normaliseBatch(needs, transaction, turn, ({ rawEventIds }) => (claimed = rawEventIds)),
    );
    if (claimed.length > 0) crashPoint('normaliser.committed');
  } catch (error) {
    if (error instanceof TurnMissed) return undefined;
    if (error instanceof WorkspaceBusy) return workOnWhole(needs, workspaceId, claimed);
    if (claimed.length === 0 || isNobodysFault(error)) throw error;
    await recover(needs, workspaceId, { ...turn, only: claimed }, error);
  }
  return claimed.length;
}

/** The same events once more, while nobody else works on the workspace. */
function workOnWhole(
  needs: Needs,
  workspaceId: string,
  only: readonly string[],
): Promise<number | undefined> {
  return workOnLane(needs, workspaceId, { lane: wholeWorkspace, only, waitMs: waitForOthersMs });
}

/** One bad event fails its whole batch: halve it until that event stands alone and its neighbours have gone on. */
async function recover(
  needs: Needs,
  workspaceId: string,
  turn: Turn & { readonly only: readonly string[] },
  error: unknown,
): Promise<void> {
  const { database, clock, log } = needs.platform;
  const { only: claimed } = turn;
  const [rawEventId] = claimed;
  if (claimed.length === 1 && rawEventId !== undefined) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, reasonCharacters);
    const quarantined = await database.inTenant(workspaceId, (transaction) =>
      noteFailure(transaction, { rawEventId, reason, now: clock.now(), tries }),
    );
    log.error({ err: error, workspaceId, rawEventId, quarantined }, 'a raw event could not be processed');
    return;
  }
  const middle = Math.ceil(claimed.length / 2);
  await workOnLane(needs, workspaceId, { ...turn, only: claimed.slice(0, middle) });
  await workOnLane(needs, workspaceId, { ...turn, only: claimed.slice(middle) });
}
