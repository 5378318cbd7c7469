import { useSyncExternalStore } from 'react';
import * as z from 'zod';

/** What the browser remembers. Private windows may forbid storage: then it is remembered until the page closes. */
const memory = new Map<string, string>();
const listeners = new Set<() => void>();

export function readPreference(key: string): string | null {
  const inMemory = memory.get(key);
  if (inMemory !== undefined) return inMemory;
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writePreference(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
    memory.delete(key);
  } catch {
    memory.set(key, value ?? '');
  }
  for (const listener of listeners) listener();
}

/** What is remembered, as it changes. */
export function usePreference(key: string): string | null {
  return useSyncExternalStore(subscribe, () => readPreference(key));
}

/** A remembered yes or no. */
export function useFlag(key: string, initial: boolean): readonly [boolean, (value: boolean) => void] {
  const stored = usePreference(key);
  const parsed = flagSchema.safeParse(stored);
  return [
    parsed.success ? parsed.data === 'yes' : initial,
    (value) => writePreference(key, value ? 'yes' : 'no'),
  ];
}

const flagSchema = z.enum(['yes', 'no']);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
