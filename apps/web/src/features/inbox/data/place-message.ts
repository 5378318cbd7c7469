import type { Message } from '@renkei/contract';
import type { MessagePages } from './queries.ts';

/** Puts a new or changed message where it belongs among the messages that have been fetched, newest first. */
export function placeMessage(list: MessagePages, message: Message): MessagePages {
  const isKnown = list.pages.some((page) => page.items.some(({ id }) => id === message.id));
  const at = Date.parse(message.shownAt);
  let isPlaced = isKnown;
  const pages = list.pages.map((page, pageIndex) => {
    if (isKnown) {
      return { ...page, items: page.items.map((other) => (other.id === message.id ? message : other)) };
    }
    if (isPlaced) return page;
    const index = page.items.findIndex((other) => Date.parse(other.shownAt) <= at);
    const isEnd = pageIndex === list.pages.length - 1 && page.nextCursor === null;
    if (index === -1 && !isEnd) return page;
    isPlaced = true;
    return { ...page, items: page.items.toSpliced(index === -1 ? page.items.length : index, 0, message) };
  });
  return { ...list, pages };
}
