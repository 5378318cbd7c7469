import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { ThreadEntry } from './thread-entries.ts';

interface OlderPages {
  readonly hasNextPage: boolean;
  readonly isFetchingNextPage: boolean;
  readonly fetchNextPage: () => Promise<unknown>;
}

interface ThreadScroll {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly virtualizer: RefObject<VirtualizerHandle | null>;
  /** Older messages have been put before the first one: the place on the screen must stay. */
  readonly isPrepending: boolean;
  readonly isAtEnd: boolean;
  readonly isReady: boolean;
  readonly markedId: string | null;
  readonly onScroll: () => void;
  readonly goToEnd: () => void;
  readonly jumpTo: (messageId: string) => void;
}

const nearEndPixels = 120;
const nearStartPixels = 600;
const markedMs = 1800;

/** Stays at the newest message while the reader is there, keeps their place while older ones arrive, jumps to a quote. */
export function useThreadScroll(entries: readonly ThreadEntry[], older: OlderPages): ThreadScroll {
  const ref = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const [isReady, setIsReady] = useState(false);
  const isPrepending = usePrepending(entries);
  const last = entries.at(-1)?.key;
  const isOwnLast = entries.at(-1)?.kind === 'pending';

  const goToEnd = () => virtualizer.current?.scrollToIndex(entries.length - 1, { align: 'end' });

  useLayoutEffect(() => {
    if (last === undefined) return;
    if (isAtEnd || isOwnLast) goToEnd();
    // Two frames: the rows are measured in the first, and stand where they belong in the second.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => setIsReady(true)));
    return () => cancelAnimationFrame(frame);
    // Only a new last row moves the reader; that they scroll away must not bring them back.
  }, [last]);

  useStayAtEnd(ref, isAtEnd && isReady, entries.length);
  const { markedId, jumpTo } = useJump(entries, virtualizer, older);

  const onScroll = () => {
    const handle = virtualizer.current;
    if (handle === null) return;
    setIsAtEnd(handle.scrollSize - handle.scrollOffset - handle.viewportSize < nearEndPixels);
    if (isReady && handle.scrollOffset < nearStartPixels && older.hasNextPage && !older.isFetchingNextPage) {
      void older.fetchNextPage();
    }
  };
  return {
    ref,
    virtualizer,
    isPrepending,
    isAtEnd,
    isReady: isReady || entries.length === 0,
    markedId,
    onScroll,
    goToEnd,
    jumpTo,
  };
}

/** True in the render in which the first row is another one while the last is still there. */
function usePrepending(entries: readonly ThreadEntry[]): boolean {
  const previous = useRef<readonly ThreadEntry[]>([]);
  const before = previous.current;
  const isPrepending =
    entries.length > before.length &&
    before.length > 0 &&
    before.at(-1)?.key === entries.at(-1)?.key &&
    before[1]?.key !== entries[1]?.key;
  useEffect(() => {
    previous.current = entries;
  });
  return isPrepending;
}

/** Rows grow when their pictures come, the frame shrinks when the composer grows: the end stays in sight. */
function useStayAtEnd(ref: RefObject<HTMLDivElement | null>, isStaying: boolean, count: number): void {
  useEffect(() => {
    const element = ref.current;
    if (element === null || !isStaying) return;
    const observer = new ResizeObserver(() => {
      element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [ref, isStaying, count]);
}

interface Jump {
  readonly markedId: string | null;
  readonly jumpTo: (messageId: string) => void;
}

/** Goes to a message, fetching older ones until it is there. */
function useJump(
  entries: readonly ThreadEntry[],
  virtualizer: RefObject<VirtualizerHandle | null>,
  older: OlderPages,
): Jump {
  const [wantedId, setWantedId] = useState<string | null>(null);
  const [markedId, setMarkedId] = useState<string | null>(null);
  useEffect(() => {
    if (wantedId === null || older.isFetchingNextPage) return;
    const index = entries.findIndex(({ key }) => key === wantedId);
    if (index >= 0) {
      virtualizer.current?.scrollToIndex(index, { align: 'center' });
      setMarkedId(wantedId);
      setWantedId(null);
    } else if (older.hasNextPage) void older.fetchNextPage();
    else setWantedId(null);
  }, [wantedId, entries, older, virtualizer]);
  useEffect(() => {
    if (markedId === null) return;
    const timer = setTimeout(() => setMarkedId(null), markedMs);
    return () => clearTimeout(timer);
  }, [markedId]);
  return { markedId, jumpTo: setWantedId };
}
