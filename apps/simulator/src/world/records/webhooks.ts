import { subscribedApps, type WebhookScope } from '../callbacks.ts';
import type { JsonObject } from '../entities.ts';
import type { MessageStatus } from '../messages/messages.ts';
import { getInbound, type WebhookState, type World } from '../world.ts';

/** An inbound message to be told of; the body is built when it is sent. */
export interface InboundUpdate {
  readonly id: string;
  readonly kind: 'inbound';
  readonly messageId: string;
}

/** A message of the business has a new status. `at` in world ms, like every time here. */
export interface StatusUpdate {
  readonly id: string;
  readonly kind: 'status';
  readonly messageId: string;
  readonly status: MessageStatus;
  readonly at: number;
  /** In a group: whose phone it is about. */
  readonly participant?: string | undefined;
}

/** Any other webhook field, its value as it stands on the wire. */
export interface FieldUpdate {
  readonly id: string;
  readonly kind: 'field';
  readonly field: string;
  readonly value: JsonObject;
  readonly scope: WebhookScope;
  readonly at: number;
}

/** One thing that should be told to the subscribed apps. */
export type Update = InboundUpdate | StatusUpdate | FieldUpdate;

/** A webhook body on its way to one app. */
export interface Webhook {
  readonly id: string;
  readonly appId: string;
  readonly url: string;
  readonly body: string;
  readonly updateIds: readonly string[];
  /** Inbound messages the body tells of: they have arrived once it is delivered. */
  readonly messageIds: readonly string[];
  readonly at: number;
}

export interface WebhookAttempt {
  readonly at: number;
  readonly outcome: 'answered' | 'unreachable' | 'timeout' | 'dropped';
  readonly httpStatus?: number | undefined;
  readonly detail?: string | undefined;
  readonly durationMs: number;
  /** True for an extra delivery made by the duplicate fault. */
  readonly duplicate?: boolean | undefined;
}

interface WebhookAttempted {
  readonly webhookId: string;
  readonly attempt: WebhookAttempt;
}

interface WebhookEnded {
  readonly webhookId: string;
  readonly outcome: 'delivered' | 'expired';
}

export const webhookRecords = {
  field: (world: World, { update }: { readonly update: FieldUpdate }) => {
    enqueue(world, update.scope, update.field, update);
  },
  webhook: (world: World, { webhook }: { readonly webhook: Webhook }) => {
    const state: WebhookState = { webhook, attempts: [], outcome: 'pending' };
    world.webhooks.add(state);
    world.tally.webhooks.pending += 1;
    const pending = world.pendingUpdates.get(webhook.appId);
    for (const updateId of webhook.updateIds) pending?.delete(updateId);
  },
  attempt: (world: World, { webhookId, attempt }: WebhookAttempted) => {
    world.webhooks.get(webhookId)?.attempts.push(attempt);
    world.tally.attempts += 1;
  },
  'webhook-ended': applyWebhookEnded,
};

/** Puts an update into the line of every app that listens. Returns how many do. */
export function enqueue(world: World, scope: WebhookScope, field: string, update: Update): number {
  const apps = subscribedApps(world, scope, field);
  for (const app of apps) {
    let line = world.pendingUpdates.get(app.id);
    if (!line) {
      line = new Map();
      world.pendingUpdates.set(app.id, line);
    }
    line.set(update.id, update);
  }
  return apps.length;
}

function applyWebhookEnded(world: World, { webhookId, outcome }: WebhookEnded): void {
  const state = world.webhooks.get(webhookId);
  if (!state) return;
  world.tally.webhooks[state.outcome] -= 1;
  world.tally.webhooks[outcome] += 1;
  state.outcome = outcome;
  if (outcome !== 'delivered') return;
  for (const messageId of state.webhook.messageIds) {
    const inbound = getInbound(world, messageId);
    const remaining = (world.awaitingApps.get(messageId) ?? 1) - 1;
    if (remaining > 0) world.awaitingApps.set(messageId, remaining);
    else world.awaitingApps.delete(messageId);
    if (inbound && remaining <= 0) inbound.arrived = true;
  }
}
