import type { Message, RenkeiEvent } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { createEventFollower } from '#platform/events';
import type { Platform, Worker } from '#platform/module';
import { tokeniseText } from './search-tokens.ts';
import { deleteSearchEntries, insertSearchEntries } from './store-search.ts';

/** Makes messages findable by what they say now, off the path that brings them. */
export function createSearchIndexer(
  platform: Platform,
  viewMessages: (transaction: TenantTransaction, ids: readonly string[]) => Promise<readonly Message[]>,
): Worker {
  return createEventFollower(platform, {
    name: 'search',
    async handle(transaction, events) {
      const revised = idsOf(events, isRevised);
      await deleteSearchEntries(transaction, revised);
      const wanted = new Set([...idsOf(events, (event) => event.type === 'message.created'), ...revised]);
      const entries = (await viewMessages(transaction, [...wanted])).flatMap(toEntry);
      if (entries.length > 0) await insertSearchEntries(transaction, entries);
    },
  });
}

function idsOf(events: readonly RenkeiEvent[], wanted: (event: RenkeiEvent) => boolean): readonly string[] {
  return events.flatMap((event) => ('messageId' in event && wanted(event) ? [event.messageId] : []));
}

/** Edited or taken back: what it said must not be found any more. */
function isRevised(event: RenkeiEvent): boolean {
  return event.type === 'message.updated' && event.revised === true;
}

function toEntry(message: Message) {
  if (message.content.kind === 'revoked') return [];
  const { normalised, tokens } = tokeniseText(searchableText(message));
  if (tokens.length === 0) return [];
  return [
    {
      messageId: message.id,
      conversationId: message.conversationId,
      shownAt: message.shownAt,
      normalised: normalised.replaceAll('\u0000', ''),
      tokens,
    },
  ];
}

/** Whatever a person would remember of a message: its words, names and addresses. */
function searchableText({ content, media }: Message): string {
  const { kind: _kind, ...words } = content;
  return textsIn([media?.fileName, words]).join('\n');
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return uuidPattern.test(value) ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
}

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;
