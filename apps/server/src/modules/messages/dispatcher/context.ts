import type { Logger } from '#platform/log';
import type { OutboundContext } from '../outbound/needs.ts';
import type { DispatchMetrics } from './metrics.ts';

/** How the dispatcher works; the defaults are for production. */
export interface DispatcherSettings {
  /** A channel belongs to one process for this long; renewed at a third of it. At most 30 s. */
  readonly leaseMs: number;
  /** Calls under way per channel; numbers of a high rate have more, see `concurrencyOf`. */
  readonly concurrency: number;
  /** Sends are committed as dispatched up to this long before their turn: fewer and fuller transactions. */
  readonly aheadMs: number;
  /** How long a stopping process waits for the calls under way; less than the process itself may take (main.ts). */
  readonly stopTimeoutMs: number;
  /** How often every process looks for channels with work that nobody told it about. */
  readonly discoverMs: number;
  /** From 0 to below 1; spreads retries. */
  readonly chance: () => number;
}

export const defaultSettings: DispatcherSettings = {
  leaseMs: 15_000,
  concurrency: 64,
  aheadMs: 100,
  stopTimeoutMs: 10_000,
  discoverMs: 2_000,
  chance: () => Math.random(),
};

export interface DispatchContext extends OutboundContext {
  readonly settings: DispatcherSettings;
  readonly metrics: DispatchMetrics;
  readonly log: Logger;
}
