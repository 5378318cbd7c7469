import type { MessageStatus } from './messages/messages.ts';

/** How many of everything there is, counted as it happens: the ledgers themselves are too long to be counted. */
export interface Tally {
  /** Messages of the business by where they stand. */
  readonly statuses: Partial<Record<MessageStatus, number>>;
  /** Webhook bodies by how they ended. */
  readonly webhooks: { pending: number; delivered: number; expired: number };
  attempts: number;
}

export function createTally(): Tally {
  return { statuses: {}, webhooks: { pending: 0, delivered: 0, expired: 0 }, attempts: 0 };
}

/** `from` is undefined for a message that is new. */
export function countMove({ statuses }: Tally, from: MessageStatus | undefined, to: MessageStatus): void {
  if (from !== undefined) statuses[from] = (statuses[from] ?? 0) - 1;
  if (from !== undefined && statuses[from] === 0) delete statuses[from];
  statuses[to] = (statuses[to] ?? 0) + 1;
}
