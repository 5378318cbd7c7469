import type { TenantTransaction } from '#platform/database';
import { judge } from '../gate/gate.ts';
import type { Verdict } from '../gate/verdict.ts';
import { type LoadedFacts, loadGateFactsForBatch } from './gate-facts.ts';
import type { OutboundContext } from './needs.ts';
import type { Subject } from './subject.ts';

export interface Judged extends LoadedFacts {
  readonly verdict: Verdict;
}

/**
 * Asks the gate about stored messages, with everything read in the caller's transaction, and keeps with each message what
 * it said. In the order of the subjects.
 */
export async function judgeBatch(
  context: OutboundContext,
  tx: TenantTransaction,
  subjects: readonly (Subject & { readonly messageId: string })[],
): Promise<readonly Judged[]> {
  const loaded = await loadGateFactsForBatch(context, tx, subjects);
  const judged = loaded.map((one) => ({ ...one, verdict: judge(one.facts) }));
  const verdicts = judged.flatMap(({ verdict: { record } }, index) => {
    const messageId = subjects[index]?.messageId;
    return messageId === undefined ? [] : [{ messageId, record }];
  });
  if (verdicts.length > 0) await context.store.writeVerdicts(tx, verdicts);
  return judged;
}
