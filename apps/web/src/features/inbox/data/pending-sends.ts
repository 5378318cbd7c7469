import type { Media, Message, Problem, SendableContent } from '@renkei/contract';
import { useMemo, useSyncExternalStore } from 'react';

/** A message between the press of the key and the answer of the server. */
export interface PendingSend {
  /** Also its Idempotency-Key: trying again can never send twice. */
  readonly key: string;
  readonly conversationId: string;
  readonly content: SendableContent;
  readonly media: Media | null;
  /** The files that headers and cards name. */
  readonly files: readonly Media[];
  readonly replyTo: Message | null;
  /** Not before; null: at once. */
  readonly sendAt: string | null;
  readonly startedAt: string;
  /** Null while the server has not answered. */
  readonly problem: Problem | null;
}

let pending: readonly PendingSend[] = [];
const inFlight = new Map<string, Set<Promise<unknown>>>();
const listeners = new Set<() => void>();

export function usePendingSends(conversationId: string): readonly PendingSend[] {
  const all = useSyncExternalStore(subscribe, () => pending);
  return useMemo(() => all.filter((send) => send.conversationId === conversationId), [all, conversationId]);
}

export function addPendingSend(send: PendingSend): void {
  update([...pending.filter(({ key }) => key !== send.key), send]);
}

export function failPendingSend(key: string, problem: Problem): void {
  update(pending.map((send) => (send.key === key ? { ...send, problem } : send)));
}

export function removePendingSend(key: string): void {
  update(pending.filter((send) => send.key !== key));
}

/** Notes that an answer is under way. */
export function trackSend(conversationId: string, answer: Promise<unknown>): void {
  const answers = inFlight.get(conversationId) ?? new Set();
  inFlight.set(conversationId, answers.add(answer));
  void answer.finally(() => answers.delete(answer)).catch(() => undefined);
}

/**
 * Resolves once no send of the conversation waits for its answer. The event of a message can come before the answer
 * to the request that made it; shown at once, the message would stand there twice for a moment.
 */
export async function settledSends(conversationId: string): Promise<void> {
  await Promise.allSettled([...(inFlight.get(conversationId) ?? [])]);
}

function update(next: readonly PendingSend[]): void {
  pending = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
