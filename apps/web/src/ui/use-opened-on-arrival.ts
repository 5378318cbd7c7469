import { type RefObject, useEffect, useRef, useState } from 'react';

interface OpenedOnArrival {
  readonly target: RefObject<HTMLButtonElement | null>;
  readonly isHere: boolean;
}

/**
 * For what a button opens and is fetched when it is first wanted. The button comes anew with it: it takes the focus back
 * from its former self, and only then the rest opens, so that closing it leads back to the button.
 */
export function useOpenedOnArrival(): OpenedOnArrival {
  const target = useRef<HTMLButtonElement>(null);
  const [isHere, setIsHere] = useState(false);
  useEffect(() => {
    if (document.activeElement === document.body) target.current?.focus();
    setIsHere(true);
  }, []);
  return { target, isHere };
}
