import { useSyncExternalStore } from 'react';

const MINUTE_MS = 60_000;

/** The present minute, in ms: what "today" is decided by. The page moves on at midnight by itself. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS);
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE_MS);
  return () => clearInterval(timer);
}
