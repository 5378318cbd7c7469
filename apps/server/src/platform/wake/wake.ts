/** Something to look at for whoever waits for work; losing it costs latency only. */
export const wakeTopics = [
  'raw_events',
  'outbox',
  'events',
  'search',
  'endpoints',
  'sessions',
  'hooks',
] as const;
export type WakeTopic = (typeof wakeTopics)[number];

export interface WakeCall {
  readonly topic: WakeTopic;
  /** Which of many, such as an id; '' for all. No white space, nothing about people. */
  readonly detail: string;
}

/** Tells waiting loops that there is something to look at. Missing a call costs latency only: every loop also polls. */
export interface Wake {
  /** `detail` is what the sender gave, '' if nothing or if calls may have been missed. Returns how to stop listening. */
  on(topic: WakeTopic, listener: (detail: string) => void): () => void;
  close(): Promise<void>;
}

/** How a process calls all others, and itself. */
export interface WakeSender {
  /** `query` runs text on the connection that has just committed what the calls are about. */
  send(calls: readonly WakeCall[], query: (text: string) => Promise<unknown>): Promise<void>;
}

/** One way for wakes to travel. What is stored never depends on which. */
export interface WakeLine extends Wake {
  readonly sender: WakeSender;
}
