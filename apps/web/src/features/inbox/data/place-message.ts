import type { Message } from '@renkei/contract';
import { previewOf } from '../content/preview-of.ts';
import type { MessagePages } from './queries.ts';

/**
 * Puts a new or changed message where it belongs among the messages that have been fetched, newest first. What quotes a
 * message that was changed or taken back quotes what it says now.
 */
export function placeMessage(list: MessagePages, message: Message): MessagePages {
  const isKnown = list.pages.some((page) => page.items.some(({ id }) => id === message.id));
  return isKnown ? replaceMessage(list, message) : insertMessage(list, message);
}

function replaceMessage(list: MessagePages, message: Message): MessagePages {
  const pages = list.pages.map((page) => ({
    ...page,
    items: page.items.map((other) => (other.id === message.id ? message : withQuote(other, message))),
  }));
  return { ...list, pages };
}

function withQuote(other: Message, quoted: Message): Message {
  const isChanged = quoted.earlierVersions.length > 0 || quoted.revokedAt !== null;
  if (!isChanged || other.replyTo?.messageId !== quoted.id) return other;
  return { ...other, replyTo: { ...other.replyTo, kind: quoted.content.kind, preview: previewOf(quoted) } };
}

function insertMessage(list: MessagePages, message: Message): MessagePages {
  const at = Date.parse(message.shownAt);
  let isPlaced = false;
  const pages = list.pages.map((page, pageIndex) => {
    if (isPlaced) return page;
    const index = page.items.findIndex((other) => Date.parse(other.shownAt) <= at);
    const isEnd = pageIndex === list.pages.length - 1 && page.nextCursor === null;
    if (index === -1 && !isEnd) return page;
    isPlaced = true;
    return { ...page, items: page.items.toSpliced(index === -1 ? page.items.length : index, 0, message) };
  });
  return { ...list, pages };
}
