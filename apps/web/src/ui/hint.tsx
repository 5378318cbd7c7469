import {
  type FocusEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import styles from './hint.module.css';

interface HintProps {
  readonly label: string;
  readonly side?: 'top' | 'left' | 'right';
  /** Shown although nobody points at it. */
  readonly isShown?: boolean;
  /** One element; it carries the label for those who do not see the hint. */
  readonly children: ReactNode;
}

const openDelayMs = 350;

/** The name of a button without words, for who points at it or comes to it by keyboard. Fingers are told nothing. */
export function Hint({ label, side = 'top', isShown = false, children }: HintProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [isWanted, setIsWanted] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hide = () => {
    clearTimeout(timer.current);
    setIsWanted(false);
  };
  const point = ({ pointerType }: PointerEvent) => {
    if (pointerType !== 'mouse') return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsWanted(true), openDelayMs);
  };
  const focus = ({ target }: FocusEvent) => {
    if (target.matches(':focus-visible')) setIsWanted(true);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <span
      role="presentation"
      ref={anchor}
      className={styles.anchor}
      onPointerEnter={point}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={focus}
      onBlur={hide}
      onKeyDown={({ key }) => key === 'Escape' && hide()}
    >
      {children}
      {isWanted || isShown ? (
        <Bubble label={label} side={side} anchor={() => anchor.current?.firstElementChild ?? null} />
      ) : null}
    </span>
  );
}

interface BubbleProps {
  readonly label: string;
  readonly side: 'top' | 'left' | 'right';
  readonly anchor: () => Element | null;
}

const gap = 7;
const edge = 6;

/** Beside what it names, within the window. */
function Bubble({ label, side, anchor }: BubbleProps) {
  const bubble = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const around = anchor()?.getBoundingClientRect();
    const { current } = bubble;
    if (around === undefined || current === null) return;
    const { offsetWidth: width, offsetHeight: height } = current;
    const middle = {
      x: around.left + (around.width - width) / 2,
      y: around.top + (around.height - height) / 2,
    };
    const above = around.top - height - gap;
    const places = {
      top: { x: middle.x, y: above < edge ? around.bottom + gap : above },
      left: { x: around.left - width - gap, y: middle.y },
      right: { x: around.right + gap, y: middle.y },
    };
    const { x, y } = places[side];
    current.style.left = `${within(x, innerWidth - width)}px`;
    current.style.top = `${within(y, innerHeight - height)}px`;
  });
  return createPortal(
    <div ref={bubble} role="tooltip" className={styles.bubble}>
      {label}
    </div>,
    document.body,
  );
}

function within(place: number, most: number): number {
  return Math.max(edge, Math.min(place, most - edge));
}
