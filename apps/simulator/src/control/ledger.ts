import type { Runtime } from '../runtime.ts';
import type { OutboundState } from '../world/messages/messages.ts';
import { priceOf } from '../world/pricing/price-of.ts';
import type { WebhookState } from '../world/updates.ts';
import type { World } from '../world/world.ts';

interface LedgerPage {
  /** Position of the last entry already read; 0 for the beginning. */
  readonly after: number;
  readonly limit: number;
}

/** Accepted sends, oldest first. `next` is the position to go on from. */
export function ledgerOfSends(world: World, { after, limit }: LedgerPage) {
  const sends = world.sends.slice(after, after + limit).map((state) => showSend(world, state));
  return { sends, next: after + sends.length, total: world.sends.length };
}

/** Webhook bodies, oldest first, with every attempt to deliver them. */
export function ledgerOfWebhooks(world: World, { after, limit }: LedgerPage) {
  const webhooks = world.webhooks.slice(after, after + limit).map(showWebhook);
  return { webhooks, next: after + webhooks.length, total: world.webhooks.length };
}

function showSend(world: World, { message, status, statusTimes, errors }: OutboundState) {
  return {
    wamid: message.id,
    phoneNumberId: message.phoneNumberId,
    to: message.waId,
    type: message.type,
    attemptKey: message.callbackData,
    pricing: message.pricing,
    /** What it costs once delivered, in millionths of `currency`; undefined where no card gives a price. */
    price: priceOf(world, message),
    acceptedAt: message.at,
    request: message.request,
    status,
    statusTimes,
    errors,
  };
}

function showWebhook({ webhook, attempts, outcome }: WebhookState) {
  return {
    id: webhook.id,
    appId: webhook.appId,
    url: webhook.url,
    at: webhook.at,
    body: webhook.body,
    outcome,
    attempts,
  };
}

export type SendEntry = ReturnType<typeof showSend>;
export type WebhookEntry = ReturnType<typeof showWebhook>;

/** Figures for a quick check: what was accepted, what arrived, what is still on its way. */
export function summarise({ simulation: { world }, delivery, progress }: Runtime) {
  const { statuses, webhooks, attempts } = world.tally;
  return {
    sends: world.sends.length,
    statuses,
    inbound: world.received.length,
    webhooks: { total: world.webhooks.length, attempts, ...webhooks },
    inFlight: delivery.pendingCount() + progress.pendingCount(),
  };
}

export type LedgerSummary = ReturnType<typeof summarise>;
