import type { ContentOf } from '@renkei/contract';
import type { ReceivedCall } from '#modules/channels';
import type { Origin } from '#modules/ingest';
import type { TenantTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import { previewOf } from '../preview.ts';
import { isStale, windowMs } from './conversation-advance.ts';
import { ensureConversations } from './ensure-conversations.ts';
import { mergeCall } from './merge-call.ts';
import { moveConversations } from './move-conversations.ts';
import type { InboundNeeds } from './needs.ts';
import { recipientOf } from './recipient-of.ts';
import { type KnownCall, readCalls, updateCalls } from './store-calls.ts';
import { advanceConversations, type ConversationAdvance } from './store-conversations.ts';
import { insertMessages, type NewMessage, placeKey } from './store-messages.ts';

type IncomingCall = ReceivedCall & Origin;

/** A call with all that a batch tells about it. */
interface CallStory {
  readonly known: KnownCall | undefined;
  readonly id: string;
  readonly contactId: string;
  readonly conversationId: string;
  readonly told: readonly IncomingCall[];
  readonly content: ContentOf<'call'>;
  readonly startedAt: Date;
}

/** One message of the conversation per call, kept up to date as the call goes on. */
export async function receiveCalls(
  needs: InboundNeeds,
  transaction: TenantTransaction,
  calls: readonly IncomingCall[],
): Promise<void> {
  if (calls.length === 0) return;
  const now = needs.platform.clock.now();
  const stories = await tellStories(needs, transaction, calls, now);
  const inserted = await insertMessages(transaction, stories.filter(({ known }) => !known).map(rowOf), now);
  const changed = stories.filter(hasChanged);
  await updateCalls(transaction, changed);
  const moved = stories.filter(({ id }) => inserted.has(id) || changed.some((story) => story.id === id));
  for (const { id: messageId, conversationId, known } of moved) {
    transaction.publish({ type: known ? 'message.updated' : 'message.created', conversationId, messageId });
  }
  const advances = moved.map(advanceOf);
  // One conversation at a time: two calls with one person in one batch are rare.
  for (const advance of advances) await advanceConversations(transaction, [advance]);
  for (const conversationId of new Set(moved.map((story) => story.conversationId))) {
    transaction.publish({ type: 'conversation.updated', conversationId });
  }
}

async function tellStories(
  needs: InboundNeeds,
  transaction: TenantTransaction,
  calls: readonly IncomingCall[],
  now: Date,
): Promise<readonly CallStory[]> {
  const { contactIds, merges } = await needs.contacts.resolve(
    transaction,
    calls.map(({ person, toldAt }) => ({ ...person, seenAt: toldAt })),
  );
  await moveConversations(needs, transaction, merges);
  const places = calls.flatMap(({ channelId, person }, index) => {
    const contactId = contactIds[index];
    return contactId === undefined ? [] : [{ channelId, contactId, recipient: recipientOf(person) }];
  });
  const conversationIds = await ensureConversations(transaction, places, now);
  const known = await readCalls(transaction, calls.map(placeOf));
  const stories = new Map<string, CallStory>();
  calls.forEach((call, index) => {
    const [place, conversationId] = [places[index], conversationIds[index]];
    if (!place || conversationId === undefined) throw new Error('A call has no conversation');
    const key = placeKey(placeOf(call));
    const before = known.get(key);
    const story = stories.get(key) ?? {
      known: before,
      id: before?.id ?? newId(),
      contactId: place.contactId,
      conversationId: before?.conversationId ?? conversationId,
      told: [],
      content: before?.content,
      startedAt: before?.startedAt ?? call.toldAt,
    };
    stories.set(key, {
      ...story,
      told: [...story.told, call],
      content: mergeCall(story.content, call),
      startedAt: call.toldAt < story.startedAt ? call.toldAt : story.startedAt,
    });
  });
  return [...stories.values()];
}

function placeOf({ channelId, callId }: IncomingCall) {
  return { channelId, providerMessageId: callId };
}

function hasChanged({ known, content, startedAt }: CallStory): boolean {
  return (
    known !== undefined &&
    (known.content.outcome !== content.outcome ||
      known.content.durationMs !== content.durationMs ||
      startedAt < known.startedAt)
  );
}

function rowOf({ id, contactId, conversationId, content, startedAt, told }: CallStory): NewMessage {
  const [call] = told;
  if (!call) throw new Error('A call is told of by at least one fact');
  return {
    id,
    conversationId,
    channelId: call.channelId,
    contactId,
    // Calls of the business are made on its phone or by its calling software, never by our dispatcher.
    direction: content.calledBy === 'contact' ? 'inbound' : 'echo',
    content,
    preview: previewOf(content),
    providerMessageId: content.callId,
    sentAt: startedAt,
    replyToProviderMessageId: null,
    forwarded: 'no',
    mediaId: null,
    referral: null,
    referredProduct: null,
    participant: null,
  };
}

/** A call of the customer, answered or not, opens the window; one of ours when they take it. */
function advanceOf({ id, known, conversationId, content, told }: CallStory): ConversationAdvance {
  const fresh = told.filter((call) => !isStale(call.toldAt, call.receivedAt));
  const opened = fresh.flatMap(({ opensWindowAt }) => opensWindowAt ?? []);
  const last = told.reduce((latest, call) => (call.toldAt > latest.toldAt ? call : latest));
  return {
    conversationId,
    unread: !known && content.calledBy === 'contact' && fresh.length > 0 ? 1 : 0,
    lastInbound: undefined,
    recipient: content.calledBy === 'contact' ? { ...recipientOf(last.person), at: last.toldAt } : undefined,
    windowClosesAt:
      opened.length === 0 ? null : new Date(Math.max(...opened.map((at) => at.getTime())) + windowMs),
    lastMessage: { id, at: last.toldAt },
  };
}
