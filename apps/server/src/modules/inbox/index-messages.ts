import type { Message } from '@renkei/contract';
import type { TenantTransaction } from '#platform/database';
import { createEventFollower } from '#platform/events';
import type { Platform, Worker } from '#platform/module';
import { tokeniseText } from './search-tokens.ts';
import { insertSearchEntries } from './store-search.ts';

/** Makes new messages findable, off the path that brings them. */
export function createSearchIndexer(
  platform: Platform,
  viewMessages: (transaction: TenantTransaction, ids: readonly string[]) => Promise<readonly Message[]>,
): Worker {
  return createEventFollower(platform, {
    name: 'search',
    async handle(transaction, events) {
      const created = events.flatMap((event) => (event.type === 'message.created' ? [event.messageId] : []));
      const entries = (await viewMessages(transaction, [...new Set(created)])).flatMap(toEntry);
      if (entries.length > 0) await insertSearchEntries(transaction, entries);
    },
  });
}

function toEntry(message: Message) {
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
