import { readWebhook, type WebhookEndpoint } from '#modules/channels';
import { crashPoint } from '#platform/crash-point';
import { type TenantTransaction, TurnMissed, takeLaneTurn, takeWholeTurn } from '#platform/database';
import { type Effects, noEffects, placeFact } from './effects.ts';
import type { FactMetrics } from './fact-metrics.ts';
import { wholeWorkspace } from './lanes.ts';
import type { IngestNeeds } from './needs.ts';
import { recordAccountEvents } from './record-account-events.ts';
import { type ClaimedEvent, claimEvents, deleteJobs, quarantineJobs } from './store-jobs.ts';

export interface Batch {
  /** Claimed, in the order of arrival. */
  readonly rawEventIds: readonly string[];
}

export interface Turn {
  readonly lane: number;
  /** Events of these ids only. */
  readonly only?: readonly string[] | undefined;
  /** 0: not at all. */
  readonly waitMs: number;
}

/**
 * One batch of one lane: what its events say takes effect in the same transaction that marks them done, and that holds
 * the lane. What nothing can be made of goes into quarantine with its reason, beside the effects of the rest of its body.
 *
 * @throws TurnMissed when somebody else works on it
 * @throws WorkspaceBusy when what they say concerns other lanes; then the whole workspace must be taken
 */
export async function normaliseBatch(
  needs: IngestNeeds & { readonly factMetrics: FactMetrics },
  transaction: TenantTransaction,
  turn: Turn,
  onClaimed: (batch: Batch) => void,
): Promise<void> {
  const { lane, only, waitMs } = turn;
  const isMine =
    lane === wholeWorkspace
      ? await takeWholeTurn(transaction, { waitMs })
      : await takeLaneTurn(transaction, lane, { waitMs });
  if (!isMine) throw new TurnMissed();
  const now = needs.platform.clock.now();
  const events = await claimEvents(transaction, { now, lane, only });
  if (events.length === 0) return;
  onClaimed({ rawEventIds: events.map((event) => event.rawEventId) });
  crashPoint('normaliser.claimed');

  const effects = noEffects();
  for (const event of events) {
    placeEvent(event, await needs.endpoints.find(event.endpointId), effects);
  }
  await takeEffect(needs, transaction, effects);
  crashPoint('normaliser.effects-written');

  const rejected = new Set(effects.rejected.map(({ rawEventId }) => rawEventId));
  await deleteJobs(
    transaction,
    events.flatMap(({ rawEventId }) => (rejected.has(rawEventId) ? [] : [rawEventId])),
  );
  await quarantineJobs(transaction, effects.rejected, now);
  needs.factMetrics.count(effects);
}

async function takeEffect(
  { sink, account }: IngestNeeds,
  transaction: TenantTransaction,
  effects: Effects,
): Promise<void> {
  const { sighting: sightings, preference: preferences } = effects;
  await sink.noticePeople(transaction, { sightings, preferences });
  await sink.receiveMessages(transaction, effects.message);
  await sink.reviseMessages(transaction, effects.revision);
  await sink.receiveCalls(transaction, effects.call);
  await sink.mergeStatuses(transaction, effects.status);
  if (effects.template.length > 0) await account.changeTemplates(transaction, effects.template);
  if (effects.number.length > 0) await account.changeNumbers(transaction, effects.number);
  await account.noteBusinessApp(transaction, findBusinessAppUse(effects));
  await recordAccountEvents(account, transaction, effects.account_event);
}

/** What somebody typed in the app is echoed to us. */
function findBusinessAppUse({ message: messages }: Effects) {
  const echoes = messages.filter(({ direction }) => direction === 'echo');
  return echoes.map(({ channelId, sentAt }) => ({ channelId, at: sentAt }));
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
