import type { Conversation } from '@renkei/contract';

export type WindowState =
  | { readonly kind: 'never' }
  | { readonly kind: 'open'; readonly remainingMs: number; readonly closesAt: string }
  | { readonly kind: 'closed'; readonly closedAt: string; readonly openedAt: string };

/** The customer service window as it stands at a moment. It is closed at the very instant of its end. */
export function describeWindow({ openedAt, closesAt }: Conversation['window'], now: number): WindowState {
  if (openedAt === null || closesAt === null) return { kind: 'never' };
  const remainingMs = Date.parse(closesAt) - now;
  return remainingMs > 0
    ? { kind: 'open', remainingMs, closesAt }
    : { kind: 'closed', closedAt: closesAt, openedAt };
}

/** Hours and minutes; within the last hour minutes and seconds, for then every second counts. */
export function countdownParts(remainingMs: number): {
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
} {
  const seconds = Math.max(0, Math.floor(remainingMs / 1000));
  return {
    hours: Math.floor(seconds / 3600),
    minutes: Math.floor((seconds % 3600) / 60),
    seconds: seconds % 60,
  };
}
