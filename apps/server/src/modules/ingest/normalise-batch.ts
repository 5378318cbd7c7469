import { type InboundFact, readWebhook, type WebhookEndpoint } from '#modules/channels';
import type { TenantTransaction } from '#platform/database';
import type { Effects } from './effects.ts';
import type { FactMetrics } from './fact-metrics.ts';
import type { IngestNeeds } from './needs.ts';
import { recordAccountEvents } from './record-account-events.ts';
import { type ClaimedEvent, claimEvents, deleteJobs, quarantineJobs, takeTurn } from './store-jobs.ts';

export interface Batch {
  /** Claimed, in the order of arrival. */
  readonly rawEventIds: readonly string[];
}

/**
 * One batch of one workspace: what its events say takes effect in the same transaction that marks them done. What
 * nothing can be made of goes into quarantine with its reason, beside the effects of the rest of its body.
 */
export async function normaliseBatch(
  needs: IngestNeeds & { readonly factMetrics: FactMetrics },
  transaction: TenantTransaction,
  options: { readonly only?: readonly string[] | undefined; readonly onClaimed: (batch: Batch) => void },
): Promise<void> {
  if (!(await takeTurn(transaction))) return;
  const now = needs.platform.clock.now();
  const events = await claimEvents(transaction, { now, only: options.only });
  if (events.length === 0) return;
  options.onClaimed({ rawEventIds: events.map((event) => event.rawEventId) });

  const effects: Effects = { messages: [], statuses: [], accountEvents: [], rejected: [] };
  for (const event of events) {
    placeEvent(event, await needs.endpoints.find(event.endpointId), effects);
  }
  await needs.sink.receiveMessages(transaction, effects.messages);
  await needs.sink.mergeStatuses(transaction, effects.statuses);
  await recordAccountEvents(transaction, effects.accountEvents);

  const rejected = new Set(effects.rejected.map(({ rawEventId }) => rawEventId));
  await deleteJobs(
    transaction,
    events.flatMap(({ rawEventId }) => (rejected.has(rawEventId) ? [] : [rawEventId])),
  );
  await quarantineJobs(transaction, effects.rejected, now);
  needs.factMetrics.count(effects);
}

const reasonCharacters = 500;

/** Reads one event and adds what it says, each fact to the channel that it names. */
function placeEvent(event: ClaimedEvent, endpoint: WebhookEndpoint | undefined, effects: Effects): void {
  const { rawEventId, receivedAt } = event;
  if (!endpoint) {
    effects.rejected.push({ rawEventId, reason: 'its webhook endpoint is gone' });
    return;
  }
  const { facts, problems } = readWebhook(endpoint.provider, event.body);
  const reasons = [...problems];
  for (const fact of facts) {
    const channelId = fact.phoneNumberId === null ? null : endpoint.phoneNumberIds.get(fact.phoneNumberId);
    if (channelId === undefined) reasons.push(`number ${fact.phoneNumberId} is not connected here`);
    else placeFact(fact, { channelId, receivedAt, rawEventId }, effects);
  }
  if (reasons.length > 0) {
    effects.rejected.push({ rawEventId, reason: reasons.join('; ').slice(0, reasonCharacters) });
  }
}

function placeFact(
  fact: InboundFact,
  origin: { readonly channelId: string | null; readonly receivedAt: Date; readonly rawEventId: string },
  effects: Effects,
): void {
  const { channelId } = origin;
  if (fact.fact === 'account_event') effects.accountEvents.push({ ...fact, ...origin });
  else if (channelId === null) throw new Error('A message or status always names a number');
  else if (fact.fact === 'message') effects.messages.push({ ...fact, ...origin, channelId });
  else effects.statuses.push({ ...fact, ...origin, channelId });
}
