import type { Content, Message } from '@renkei/contract';
import type { ReceivedMedia } from '#modules/channels';
import type { TenantTransaction } from '#platform/database';
import { newId } from '#platform/ids';
import { previewOf } from '../preview.ts';
import { advanceOf } from './conversation-advance.ts';
import { ensureConversations } from './ensure-conversations.ts';
import type { FiledMessage, IncomingMessage } from './filed-message.ts';
import { mergeStoredStatuses } from './merge-statuses.ts';
import { moveConversations } from './move-conversations.ts';
import type { InboundNeeds } from './needs.ts';
import { recipientOf } from './recipient-of.ts';
import { recordReactions } from './record-reactions.ts';
import { applyRevisions } from './revise-messages.ts';
import { advanceConversations } from './store-conversations.ts';
import { findMessageIds, insertMessages, placeKey } from './store-messages.ts';
import { statusStore } from './store-statuses.ts';
import { takeKeywords } from './take-keywords.ts';

/**
 * Files messages under their contacts and conversations, in the order of arrival. What is known by its provider id
 * already has no effect at all: no count, no window, no event.
 */
export async function receiveMessages(
  needs: InboundNeeds,
  transaction: TenantTransaction,
  messages: readonly IncomingMessage[],
): Promise<void> {
  if (messages.length === 0) return;
  const now = needs.platform.clock.now();
  const filed = await fileMessages(needs, transaction, messages, now);
  const inserted = await insertMessages(
    transaction,
    filed.map(({ row }) => row),
    now,
  );
  const fresh = filed.filter(({ row }) => inserted.has(row.id));
  if (fresh.length > 0) {
    const byChannel = Map.groupBy(fresh, ({ row }) => row.channelId);
    const counts = new Map([...byChannel].map(([channelId, items]) => [channelId, items.length]));
    await needs.evidence.countReceived(transaction, counts);
  }
  for (const { row } of fresh) {
    transaction.publish({ type: 'message.created', conversationId: row.conversationId, messageId: row.id });
  }
  await recordReactions(transaction, fresh);
  // Edits and revokes may have come first.
  await applyRevisions(
    transaction,
    fresh.map(({ row }) => row),
  );
  const conversations = Map.groupBy(fresh, ({ row }) => row.conversationId);
  await advanceConversations(
    transaction,
    [...conversations].map(([conversationId, items]) => advanceOf(conversationId, items)),
  );
  for (const conversationId of conversations.keys()) {
    transaction.publish({ type: 'conversation.updated', conversationId });
  }
  await takeKeywords(needs, transaction, fresh);
  // The phone's own messages have statuses too, which may have come first.
  const echoes = fresh.filter(({ row }) => row.direction === 'echo');
  await mergeStoredStatuses(
    { ...needs, store: statusStore },
    transaction,
    echoes.map(({ row }) => row),
    now,
  );
}

async function fileMessages(
  needs: InboundNeeds,
  transaction: TenantTransaction,
  messages: readonly IncomingMessage[],
  now: Date,
): Promise<readonly FiledMessage[]> {
  const { contactIds, merges } = await needs.contacts.resolve(transaction, messages.map(sightingOf));
  await moveConversations(needs, transaction, merges);
  const places = messages.map((message, index) => ({
    channelId: message.channelId,
    contactId: at(contactIds, index),
    recipient: recipientOf(message.person),
  }));
  const conversationIds = await ensureConversations(transaction, places, now);
  const contents = await resolveContents(needs, transaction, messages);
  return messages.map((incoming, index) => {
    const { content, mediaId } = at(contents, index);
    return {
      incoming,
      row: {
        id: newId(),
        conversationId: at(conversationIds, index),
        channelId: incoming.channelId,
        contactId: at(contactIds, index),
        direction: incoming.direction,
        content,
        preview: previewOf(content),
        providerMessageId: incoming.providerMessageId,
        sentAt: incoming.sentAt,
        replyToProviderMessageId: incoming.replyToProviderMessageId,
        forwarded: incoming.forwarded,
        mediaId,
        referral: incoming.referral,
        referredProduct: incoming.referredProduct,
        participant: participantOf(incoming),
      },
    };
  });
}

function participantOf({ participant }: IncomingMessage): Message['participant'] {
  if (!participant) return null;
  const { profileName, username, waId } = participant;
  return {
    name: profileName ?? (username === undefined ? null : `@${username}`),
    phoneNumber: waId === undefined ? null : `+${waId}`,
  };
}

function sightingOf({ person, identityChange, sentAt: seenAt }: IncomingMessage) {
  return identityChange
    ? { ...identityChange.next, previous: identityChange.previous, seenAt }
    : { ...person, seenAt };
}

interface ResolvedContent {
  readonly content: Content;
  readonly mediaId: string | null;
}

/** The provider's ids of files and quoted messages become ours. */
async function resolveContents(
  { media }: InboundNeeds,
  transaction: TenantTransaction,
  messages: readonly IncomingMessage[],
): Promise<readonly ResolvedContent[]> {
  const files = messages.flatMap(({ content, channelId }) =>
    'providerMediaId' in content ? [{ ...content, channelId, fileName: content.fileName ?? null }] : [],
  );
  const mediaIds = files.length === 0 ? [] : await media.expectFromProvider(transaction, files);
  const targets = await findMessageIds(
    transaction,
    messages.flatMap(({ content, channelId }) =>
      content.kind === 'reaction' ? [{ channelId, providerMessageId: content.targetProviderMessageId }] : [],
    ),
  );
  let nextFile = 0;
  return messages.map(({ content, channelId }): ResolvedContent => {
    if ('providerMediaId' in content) {
      const mediaId = at(mediaIds, nextFile);
      nextFile += 1;
      return { content: mediaContentOf(content, mediaId), mediaId };
    }
    if (content.kind !== 'reaction') return { content, mediaId: null };
    const target = targets.get(placeKey({ channelId, providerMessageId: content.targetProviderMessageId }));
    const { kind, emoji } = content;
    return { content: { kind, emoji, targetMessageId: target?.id ?? null }, mediaId: null };
  });
}

function mediaContentOf(media: ReceivedMedia, mediaId: string): Content {
  const { kind, caption, fileName, voice, animated } = media;
  if (kind === 'audio') return { kind, mediaId, voice };
  if (kind === 'sticker') return { kind, mediaId, animated };
  if (kind === 'document') return { kind, mediaId, caption, fileName };
  return { kind, mediaId, caption };
}

function at<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error('Fewer results than were asked for');
  return item;
}
