import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import type { VirtualizerHandle } from 'virtua';
import type { ThreadEntry } from './thread-entries.ts';
import { type OlderPages, useJump } from './use-jump.ts';

interface ThreadScroll {
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

/** Stays at the newest message while the reader is there, keeps their place while older ones arrive, jumps to a quote. */
export function useThreadScroll(
  root: RefObject<HTMLDivElement | null>,
  virtualizer: RefObject<VirtualizerHandle | null>,
  entries: readonly ThreadEntry[],
  older: OlderPages,
): ThreadScroll {
  const [isAtEnd, setIsAtEnd] = useState(true);
  const [isReady, setIsReady] = useState(false);
  const isPrepending = usePrepending(entries);
  const last = entries.at(-1);
  const lastKey = last?.key;

  const goToEnd = () => virtualizer.current?.scrollToIndex(entries.length - 1, { align: 'end' });
  /** Only a new last row moves the reader, and only one who is there or has just sent it. */
  const followNewest = useEffectEvent(() => {
    if (isAtEnd || last?.kind === 'pending') goToEnd();
  });
  useLayoutEffect(() => {
    if (lastKey === undefined) return;
    followNewest();
    // Two frames: the rows are measured in the first, and stand where they belong in the second.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => setIsReady(true)));
    return () => cancelAnimationFrame(frame);
  }, [lastKey]);

  useStayAtEnd(root, isAtEnd && isReady, entries.length);
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
    isPrepending,
    isAtEnd,
    isReady: isReady || entries.length === 0,
    markedId,
    onScroll,
    goToEnd,
    jumpTo,
  };
}

/** True from the render in which older rows come before the first one until the rows change again. */
function usePrepending(entries: readonly ThreadEntry[]): boolean {
  const [seen, setSeen] = useState({ entries, isPrepending: false });
  if (seen.entries !== entries) setSeen({ entries, isPrepending: isPrepended(seen.entries, entries) });
  return seen.isPrepending;
}

function isPrepended(before: readonly ThreadEntry[], after: readonly ThreadEntry[]): boolean {
  return (
    before.length > 0 &&
    after.length > before.length &&
    before.at(-1)?.key === after.at(-1)?.key &&
    before[1]?.key !== after[1]?.key
  );
}

/** Rows grow when their pictures come, the frame shrinks when the composer grows: the end stays in sight. */
function useStayAtEnd(root: RefObject<HTMLDivElement | null>, isStaying: boolean, count: number): void {
  useEffect(() => {
    const element = root.current;
    if (element === null || !isStaying || count === 0) return;
    const observer = new ResizeObserver(() => {
      element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [root, isStaying, count]);
}
