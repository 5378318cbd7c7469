import { useEffect, useEffectEvent } from 'react';

/** What Escape would close, the newest last. An open dialog always comes first: the browser closes it. */
const layers: object[] = [];

/** Escape closes one thing at a time: the one opened last. */
export function useEscape(isActive: boolean, onEscape: () => void): void {
  const close = useEffectEvent(onEscape);

  useEffect(() => {
    if (!isActive) return;
    const layer = {};
    layers.push(layer);
    const listen = (event: KeyboardEvent) => {
      // Escape also drops an unfinished Japanese composition, which is nothing of ours.
      if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
      if (layers.at(-1) !== layer || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      close();
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
      layers.splice(layers.indexOf(layer), 1);
    };
  }, [isActive]);
}
