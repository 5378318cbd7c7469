import type { Problem } from '@renkei/contract';
import { describeMessageRefusal, parseStoredRefusals, type ReceivedStatus } from '#modules/channels';
import { type ConsentRefusal, consentRefusalCodes } from '#modules/consent';
import type { Origin } from '#modules/ingest';
import { crashPoint } from '#platform/crash-point';
import type { TenantTransaction } from '#platform/database';
import { createProblem } from '#platform/errors';
import { type ShownState, shownState } from '../shown-state.ts';
import type { InboundNeeds } from './needs.ts';
import { type MessagePlace, placeKey } from './store-messages.ts';
import type { MessageWithStatuses, StatusStore } from './store-statuses.ts';

export interface ShowNeeds {
  readonly store: StatusStore;
  readonly consent: Pick<InboundNeeds['consent'], 'takeRefusals'>;
  readonly evidence: Pick<InboundNeeds['evidence'], 'endWaiting'>;
}

export interface StatusNeeds extends ShowNeeds, Pick<InboundNeeds, 'platform' | 'evidence'> {
  readonly evidence: InboundNeeds['evidence'];
}

/**
 * Keeps statuses and brings the messages they speak of up to date. The attempt key is asked first: a status may come
 * before our own answer, and then it is the proof that the provider accepted that attempt. Statuses of messages we do
 * not know are kept for when their answer arrives.
 */
export async function mergeStatuses(
  { platform, ...needs }: StatusNeeds,
  transaction: TenantTransaction,
  statuses: readonly (ReceivedStatus & Origin)[],
): Promise<void> {
  if (statuses.length === 0) return;
  const { evidence } = needs;
  const rows = await needs.store.insertStatuses(transaction, statuses, platform.clock.now());
  crashPoint('statuses.stored');
  const news = rows.map((row) => ({
    channelId: row.channel_id,
    providerMessageId: row.provider_message_id,
    attemptKey: row.attempt_key,
  }));
  const keys = [...new Set(news.flatMap(({ attemptKey }) => attemptKey ?? []))];
  if (keys.length > 0) {
    const attempts = await evidence.findMessagesByAttemptKeys(transaction, keys);
    const unanswered = new Map(
      news.flatMap(({ attemptKey, providerMessageId }) =>
        attemptKey !== null && attempts.get(attemptKey)?.providerMessageId === null
          ? [[attemptKey, { attemptKey, providerMessageId }]]
          : [],
      ),
    );
    if (unanswered.size > 0) await evidence.confirmAttempts(transaction, [...unanswered.values()]);
  }
  await showStates(needs, transaction, news, platform.clock.now());
}

/** To be called when answers told us the provider's ids: statuses may have been waiting for them. */
export async function mergeStoredStatuses(
  needs: ShowNeeds,
  transaction: TenantTransaction,
  places: readonly MessagePlace[],
  now: Date,
): Promise<void> {
  await showStates(needs, transaction, places, now);
}

async function showStates(
  { store, consent, evidence }: ShowNeeds,
  transaction: TenantTransaction,
  places: readonly MessagePlace[],
  now: Date,
): Promise<void> {
  const unique = [...new Map(places.map((place) => [placeKey(place), place])).values()];
  if (unique.length === 0) return;
  const messages = await store.readMessagesWithStatuses(transaction, unique);
  const changes = messages.flatMap((message) => {
    const shown = shownState(
      message.statuses.map(({ status, errors, participant }) => ({
        status,
        refusals: parseStoredRefusals(errors),
        participant,
      })),
    );
    return shown && shown.state !== message.state ? [{ message, shown }] : [];
  });
  await store.updateMessageStates(
    transaction,
    changes.map(({ message, shown }) => ({ id: message.id, state: shown.state, failure: problemOf(shown) })),
  );
  const ended = changes.filter(({ message, shown }) => message.is_awaited && shown.state !== 'sent');
  if (ended.length > 0) {
    await evidence.endWaiting(
      transaction,
      ended.map(({ message }) => message.id),
    );
  }
  const refusals = changes.flatMap(({ message, shown }) => refusalOf(message, shown, now) ?? []);
  if (refusals.length > 0) await consent.takeRefusals(transaction, refusals);
  for (const { message } of changes) {
    const { id: messageId, conversation_id: conversationId, is_last: isLast } = message;
    transaction.publish({ type: 'message.updated', conversationId, messageId });
    if (isLast) transaction.publish({ type: 'conversation.updated', conversationId });
  }
}

function problemOf({ state, refusal }: ShownState): Problem | null {
  if (state !== 'failed') return null;
  return refusal ? describeMessageRefusal(refusal) : createProblem('provider_refused');
}

/** What the provider says about the person by refusing, as of when it did: webhooks may be days late. */
function refusalOf(
  message: MessageWithStatuses,
  { state, refusal }: ShownState,
  now: Date,
): ConsentRefusal | undefined {
  if (state !== 'failed' || !refusal || !consentRefusalCodes.has(refusal.code)) return undefined;
  const failures = message.statuses.filter(({ status }) => status === 'failed');
  const refusedAt = new Date(
    Math.min(now.getTime(), ...failures.map(({ told_at: toldAt }) => Date.parse(toldAt))),
  );
  return {
    messageId: message.id,
    contactId: message.contact_id,
    channelId: message.channel_id,
    templateName: message.template_name,
    providerCode: refusal.code,
    refusedAt,
  };
}
