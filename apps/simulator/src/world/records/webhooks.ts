import { subscribedApps } from '../callbacks.ts';
import type { FieldUpdate, Update, Webhook, WebhookAttempt, WebhookScope, WebhookState } from '../updates.ts';
import { getInbound, type World } from '../world.ts';

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
