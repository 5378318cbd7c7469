import { listMediaReferences, type Media, type Message } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { holdReasonOf } from '../health/explain-holds.ts';
import { mayResend } from './may-resend.ts';
import { type MessageRow, readMessageRows } from './store-views.ts';

export interface ViewNeeds {
  readonly viewMedia: (
    transaction: TenantTransaction,
    mediaIds: readonly string[],
  ) => Promise<ReadonlyMap<string, Media>>;
  readonly memberNames: (
    transaction: TenantTransaction,
    memberIds: readonly string[],
  ) => Promise<ReadonlyMap<string, string>>;
}

/** Messages as the API shows them, in the order of the ids; ids that are not there are left out. */
export async function viewMessages(
  { viewMedia, memberNames }: ViewNeeds,
  transaction: TenantTransaction,
  messageIds: readonly string[],
): Promise<readonly Message[]> {
  if (messageIds.length === 0) return [];
  const rows = await readMessageRows(transaction, messageIds);
  const files = rows.map(({ content, media_id: own }) =>
    listMediaReferences(content).flatMap(({ mediaId }) => (mediaId === own ? [] : [mediaId])),
  );
  const media = await viewMedia(
    transaction,
    presentIds([...rows.map((row) => row.media_id), ...files.flat()]),
  );
  const names = await memberNames(transaction, presentIds(rows.map((row) => row.sender_member_id)));
  return rows.map((row, index) => ({
    id: row.id,
    conversationId: row.conversation_id,
    direction: row.direction,
    content: row.content,
    media: (row.media_id && media.get(row.media_id)) || null,
    files: (files[index] ?? []).flatMap((mediaId) => media.get(mediaId) ?? []),
    state: stateOf(row),
    problem: row.failure,
    hold: holdOf(row),
    canResend: mayResend(row.state, row.failure),
    shownAt: row.shown_at.toISOString(),
    sender: senderOf(row, names),
    sendAt: row.send_at?.toISOString() ?? null,
    replyTo: quoteOf(row),
    reactions: row.reactions,
    forwarded: forwardedOf(row),
    referral: row.referral,
    referredProduct: row.referred_product,
    participant: row.participant,
    earlierVersions: row.earlier_versions ?? [],
    revokedAt: row.revoked_at?.toISOString() ?? null,
  }));
}

/** How far a queued message is on its way, as its outbox row knows it. */
function stateOf({ state, queue_state: queued }: MessageRow): Message['state'] {
  return state === 'queued' && (queued === 'claimed' || queued === 'dispatched') ? queued : state;
}

function holdOf({ queue_state: state, hold_reason: word, held_until: until }: MessageRow): Message['hold'] {
  const reason = state === 'queued' && word !== null ? holdReasonOf(word) : undefined;
  if (reason === undefined) return null;
  // The dispatcher puts what it wants to look at again before all dates.
  return { reason, until: until && until.getTime() > 0 ? until.toISOString() : null };
}

function senderOf(row: MessageRow, names: ReadonlyMap<string, string>): Message['sender'] {
  if (row.sender_member_id === null) return null;
  return { id: row.sender_member_id, name: names.get(row.sender_member_id) ?? '' };
}

function forwardedOf({ forwarded, forwarded_often: often }: MessageRow): Message['forwarded'] {
  if (often) return 'often';
  return forwarded ? 'forwarded' : 'no';
}

function quoteOf(row: MessageRow): Message['replyTo'] {
  if (row.reply_to_provider_message_id === null) return null;
  return {
    messageId: row.quote_id,
    direction: row.quote_direction,
    kind: row.quote_kind,
    preview: row.quote_preview,
  };
}

function presentIds(ids: readonly (string | null)[]): readonly string[] {
  return [...new Set(ids.filter((id) => id !== null))];
}
