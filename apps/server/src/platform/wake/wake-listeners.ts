import { type WakeCall, type WakeTopic, wakeTopics } from './wake.ts';

type Listener = (detail: string) => void;

/** Who in this process waits for what. */
export interface WakeListeners {
  add(topic: WakeTopic, listener: Listener): () => void;
  tell(call: WakeCall): void;
  /** Calls may have been missed: everybody looks. */
  tellAll(): void;
}

export function createWakeListeners(): WakeListeners {
  const listeners = new Map(wakeTopics.map((topic) => [topic, new Set<Listener>()]));

  function tell({ topic, detail }: WakeCall): void {
    for (const listener of listeners.get(topic) ?? []) listener(detail);
  }

  return {
    add(topic, listener) {
      listeners.get(topic)?.add(listener);
      return () => listeners.get(topic)?.delete(listener);
    },
    tell,
    tellAll: () => {
      for (const topic of wakeTopics) tell({ topic, detail: '' });
    },
  };
}

/** The topic of that name; undefined for one that only another release knows. */
export function readTopic(text: string): WakeTopic | undefined {
  return wakeTopics.find((topic) => topic === text);
}
