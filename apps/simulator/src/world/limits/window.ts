/**
 * The windows of one (business number, user) pair, in world ms. The customer service window lasts 24 h from the
 * user's last message; an answer within 24 h of a message that came from an advertisement opens a free entry
 * point window of 72 h from the answer (Meta: pricing page, 2026-03-30).
 */
export interface WindowState {
  readonly lastInboundAt?: number | undefined;
  readonly advertisementAt?: number | undefined;
  readonly freeEntryUntil?: number | undefined;
}

const customerServiceWindowMs = 24 * 60 * 60 * 1000;

export function isServiceWindowOpen(window: WindowState, at: number): boolean {
  return window.lastInboundAt !== undefined && at < window.lastInboundAt + customerServiceWindowMs;
}

export function isFreeEntryOpen(window: WindowState, at: number): boolean {
  return window.freeEntryUntil !== undefined && at < window.freeEntryUntil;
}

export function onInbound(window: WindowState, at: number, fromAdvertisement: boolean): WindowState {
  return {
    ...window,
    lastInboundAt: Math.max(at, window.lastInboundAt ?? at),
    ...(fromAdvertisement ? { advertisementAt: at } : {}),
  };
}

/** Called with each accepted answer; opens the free entry point window when there is one to open. */
export function onAnswer(window: WindowState, at: number, freeEntryHours: number): WindowState {
  const { advertisementAt } = window;
  if (advertisementAt === undefined || at >= advertisementAt + customerServiceWindowMs) return window;
  return { ...window, advertisementAt: undefined, freeEntryUntil: at + freeEntryHours * 60 * 60 * 1000 };
}
