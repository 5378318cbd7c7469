import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR_END_PX = 80;

/**
 * Keeps a list at its end as it grows, unless the reader has scrolled up.
 * One's own new message always brings the end back.
 */
export function useStayAtEnd(newestKey: string | undefined, newestIsOwn: boolean) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);
  const [isAtEnd, setAtEnd] = useState(true);

  const scrollToEnd = useCallback(() => {
    sticks.current = true;
    if (scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight;
  }, []);
  useLayoutEffect(() => {
    if (newestIsOwn || sticks.current) scrollToEnd();
  }, [newestKey, newestIsOwn, scrollToEnd]);

  useEffect(() => {
    const element = scroller.current;
    if (!element || !content.current) return;
    const measure = () => `${element.scrollHeight}/${element.clientHeight}`;
    let measured = measure();
    const onScroll = () => {
      // A list that changed its size scrolls by itself, which says nothing about what the reader wants.
      if (measure() !== measured) return;
      sticks.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_END_PX;
      setAtEnd(sticks.current);
    };
    // Pictures arrive after their message, and the keyboard takes its room: both must not hide the end.
    const observer = new ResizeObserver(() => {
      measured = measure();
      if (sticks.current) scrollToEnd();
      else onScroll();
    });
    observer.observe(element);
    observer.observe(content.current);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [scrollToEnd]);

  return { scroller, content, isAtEnd, scrollToEnd };
}
