import { type PointerEvent, useRef } from 'react';

const LONG_PRESS_MS = 450;
const SWIPE_PX = 56;
const MOVED_PX = 10;

type Gesture = { pointerId: number; x: number; y: number; timer: ReturnType<typeof setTimeout> };

/** On touch: a swipe to the right replies, a long press opens the menu. Mouse and keyboard have buttons. */
export function useMessageGestures({ onReply, onMenu }: { onReply: () => void; onMenu: () => void }) {
  const gesture = useRef<Gesture>(undefined);

  const end = (event: PointerEvent<HTMLElement>) => {
    clearTimeout(gesture.current?.timer);
    gesture.current = undefined;
    event.currentTarget.style.translate = '';
  };

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== 'touch' || isSwipedItself(event.target)) return;
      const { pointerId, clientX: x, clientY: y } = event;
      gesture.current = { pointerId, x, y, timer: setTimeout(onMenu, LONG_PRESS_MS) };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const start = gesture.current;
      if (start?.pointerId !== event.pointerId) return;
      const moved = event.clientX - start.x;
      if (Math.abs(moved) > MOVED_PX || Math.abs(event.clientY - start.y) > MOVED_PX)
        clearTimeout(start.timer);
      event.currentTarget.style.translate = `${Math.min(Math.max(moved, 0), SWIPE_PX)}px`;
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const start = gesture.current;
      if (start && event.clientX - start.x >= SWIPE_PX) onReply();
      end(event);
    },
    onPointerCancel: end,
  };
}

/** Inside a row of cards a swipe moves the cards. */
function isSwipedItself(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-swiped]') !== null;
}
