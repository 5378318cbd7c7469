import type { ReceivedRevision } from '#modules/channels';
import type { Origin } from '#modules/ingest';
import type { TenantTransaction } from '#platform/database';
import { previewOf } from '../preview.ts';
import type { InboundNeeds } from './needs.ts';
import { reviseContent } from './revise-content.ts';
import { type MessagePlace, placeKey } from './store-messages.ts';
import {
  eraseRevisedTexts,
  insertRevisions,
  type RevisedRow,
  readRevisedMessages,
  updateRevisedMessages,
} from './store-revisions.ts';

/**
 * Keeps edits and revokes, each once, and brings their messages up to date. Those of messages that we do not have are
 * kept for when they come.
 */
export async function reviseMessages(
  { platform }: InboundNeeds,
  transaction: TenantTransaction,
  revisions: readonly (ReceivedRevision & Origin)[],
): Promise<void> {
  if (revisions.length === 0) return;
  await applyRevisions(transaction, await insertRevisions(transaction, revisions, platform.clock.now()));
}

/** Brings messages at these places up to date with all that was told about them. */
export async function applyRevisions(
  transaction: TenantTransaction,
  places: readonly MessagePlace[],
): Promise<void> {
  const unique = [...new Map(places.map((place) => [placeKey(place), place])).values()];
  if (unique.length === 0) return;
  const messages = await readRevisedMessages(transaction, unique);
  if (messages.length === 0) return;
  const revised = messages.map(revise);
  await updateRevisedMessages(transaction, revised);
  await eraseRevisedTexts(
    transaction,
    revised.flatMap(({ row, revokedAt }) => (revokedAt === null ? [] : [row.place])),
  );
  for (const { row } of revised) {
    const { id: messageId, conversationId, isLast } = row;
    transaction.publish({ type: 'message.updated', conversationId, messageId, revised: true });
    if (isLast) transaction.publish({ type: 'conversation.updated', conversationId });
  }
}

function revise(row: RevisedRow) {
  const original = row.originalContent ?? row.content;
  const { content, earlierVersions, revokedAt } = reviseContent(original, row.revisions);
  return {
    row,
    content,
    preview: previewOf(content),
    earlierVersions,
    revokedAt,
    // Taken back: nothing of it is kept beside what came.
    originalContent: revokedAt === null ? original : null,
  };
}
