import type { Confirmation } from '#modules/consent';
import type { TenantTransaction } from '#platform/database';
import type { Platform, RouteBinding, Worker } from '#platform/module';
import { type DispatcherSettings, defaultSettings } from '../dispatcher/context.ts';
import { createDispatcher } from '../dispatcher/dispatcher.ts';
import { createDispatchMetrics } from '../dispatcher/metrics.ts';
import type { HealthNeeds } from '../health/get-health.ts';
import { createHealthRoutes } from '../health/routes.ts';
import { sendStore } from '../send-store.ts';
import { confirmConsent } from './confirm-consent.ts';
import type { OutboundContext, OutboundNeeds, SendRequest } from './needs.ts';
import { createReadReceipts } from './read-receipts.ts';
import { createRoutes } from './routes.ts';
import { sendMessage } from './send-message.ts';

/** The sending half of the messages module. */
export interface Outbound {
  readonly routes: readonly RouteBinding[];
  /** How sending fares, and what people do about it. */
  healthRoutes(needs: HealthNeeds): readonly RouteBinding[];
  readonly workers: readonly Worker[];
  /** The one function that sends; gives the message's id. */
  send(workspaceId: string, request: SendRequest): Promise<string>;
  /** For the inbound half: answers a keyword in the transaction that files it. */
  confirmConsent(tx: TenantTransaction, confirmation: Confirmation): Promise<void>;
}

export function createOutbound(
  platform: Platform,
  needs: OutboundNeeds,
  settings: Partial<DispatcherSettings> = {},
): Outbound {
  const context: OutboundContext = { ...needs, platform, store: sendStore };
  const receipts = createReadReceipts(context);
  const dispatcher = createDispatcher({
    ...context,
    settings: { ...defaultSettings, ...settings },
    metrics: createDispatchMetrics(platform.metrics),
    log: platform.log,
  });
  return {
    routes: createRoutes(context, receipts),
    healthRoutes: (health) => createHealthRoutes({ ...context, ...health }),
    workers: [dispatcher, receipts.worker],
    send: (workspaceId, request) => sendMessage(context, workspaceId, request),
    confirmConsent: (tx, confirmation) => confirmConsent(context, tx, confirmation),
  };
}
