import { type RefCallback, useCallback, useState } from 'react';

interface OpenedOnArrival {
  readonly target: RefCallback<HTMLButtonElement>;
  readonly isHere: boolean;
}

/**
 * For what a button opens and is fetched when it is first wanted. The button comes anew with it: it takes the focus back
 * from its former self, and only then the rest opens, so that closing it leads back to the button.
 */
export function useOpenedOnArrival(): OpenedOnArrival {
  const [isHere, setIsHere] = useState(false);
  const target = useCallback((button: HTMLButtonElement | null) => {
    if (button === null) return;
    if (document.activeElement === document.body) button.focus();
    setIsHere(true);
  }, []);
  return { target, isHere };
}
