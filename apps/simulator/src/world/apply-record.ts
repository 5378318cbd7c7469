import { subscribedApps } from './callbacks.ts';
import { markStarted } from './limits/messaging-limit.ts';
import { serviceCountKey } from './limits/pricing.ts';
import { onAnswer, onInbound } from './limits/window.ts';
import type { InboundState, OutboundMessage, OutboundState } from './messages/messages.ts';
import { statusOrder } from './messages/messages.ts';
import type { RecordOf, Update, WorldRecord } from './records.ts';
import {
  getInbound,
  getOutbound,
  openChat,
  subscriptionKey,
  type WebhookState,
  type World,
} from './world.ts';

type Appliers = { readonly [Kind in WorldRecord['kind']]: (world: World, record: RecordOf<Kind>) => void };

/** What each kind of record does to the world. Deterministic: replaying the journal rebuilds the same world. */
const appliers: Appliers = {
  entities: applyEntities,
  unsubscribed: (world, { appId, wabaId }) => {
    world.subscriptions.delete(subscriptionKey(appId, wabaId));
  },
  clock: () => {},
  settings: (world, { settings }) => {
    world.settings = settings;
  },
  accepted: applyAccepted,
  status: applyStatus,
  inbound: applyInbound,
  'business-read': applyBusinessRead,
  'link-fetched': (world, { messageId, link, media }) => {
    world.media.set(media.id, media);
    getOutbound(world, messageId)?.linkMedia.set(link, media.id);
  },
  'chat-opened': (world, { phoneNumberId, waId, seenIds }) => {
    const chat = openChat(world, phoneNumberId, waId);
    for (const messageId of seenIds) chat.seenIds.add(messageId);
  },
  media: (world, { media }) => {
    world.media.set(media.id, media);
  },
  'media-removed': (world, { mediaId }) => {
    world.media.delete(mediaId);
  },
  webhook: (world, { webhook }) => {
    const state: WebhookState = { webhook, attempts: [], outcome: 'pending' };
    world.webhooks.push(state);
    world.webhooksById.set(webhook.id, state);
    const pending = world.pendingUpdates.get(webhook.appId);
    for (const updateId of webhook.updateIds) pending?.delete(updateId);
  },
  attempt: (world, { webhookId, attempt }) => {
    world.webhooksById.get(webhookId)?.attempts.push(attempt);
  },
  'webhook-ended': applyWebhookEnded,
};

export function applyRecord(world: World, record: WorldRecord): void {
  // The registry pairs each kind with its own record type; TypeScript cannot follow that through a union.
  const apply = appliers[record.kind] as (world: World, record: WorldRecord) => void;
  apply(world, record);
}

function applyEntities(world: World, { entities }: RecordOf<'entities'>): void {
  for (const portfolio of entities.portfolios ?? []) world.portfolios.set(portfolio.id, portfolio);
  for (const waba of entities.wabas ?? []) world.wabas.set(waba.id, waba);
  for (const phoneNumber of entities.phoneNumbers ?? []) world.phoneNumbers.set(phoneNumber.id, phoneNumber);
  for (const app of entities.apps ?? []) world.apps.set(app.id, app);
  for (const token of entities.tokens ?? []) world.tokens.set(token.token, token);
  for (const customer of entities.customers ?? []) world.customers.set(customer.waId, customer);
  for (const template of entities.templates ?? []) world.templates.set(template.id, template);
  for (const subscription of entities.subscriptions ?? []) {
    world.subscriptions.set(subscriptionKey(subscription.appId, subscription.wabaId), subscription);
  }
}

function applyAccepted(world: World, { message }: RecordOf<'accepted'>): void {
  const state: OutboundState = {
    message,
    status: 'accepted',
    statusTimes: { accepted: message.at },
    linkMedia: new Map(),
  };
  world.messages.set(message.id, state);
  world.sends.push(state);
  const chat = openChat(world, message.phoneNumberId, message.waId);
  chat.messageIds.push(message.id);
  chat.window = onAnswer(chat.window, message.at, world.settings.freeEntryHours);
  if (message.startsConversation) countStarted(world, message);
  if (message.pricing.category !== 'service') return;
  const key = serviceCountKey(message.phoneNumberId, message.at);
  world.serviceCounts.set(key, (world.serviceCounts.get(key) ?? 0) + 1);
}

function countStarted(world: World, { phoneNumberId, waId, at }: OutboundMessage): void {
  const wabaId = world.phoneNumbers.get(phoneNumberId)?.wabaId ?? '';
  const portfolioId = world.wabas.get(wabaId)?.portfolioId ?? '';
  const started = world.startedUsers.get(portfolioId) ?? new Map<string, number>();
  world.startedUsers.set(portfolioId, started);
  markStarted(started, waId, at);
}

function applyStatus(world: World, { update, errors }: RecordOf<'status'>): void {
  const state = getOutbound(world, update.messageId);
  if (!state) return;
  state.statusTimes[update.status] = update.at;
  if (errors) state.errors = errors;
  if (isFurther(state.status, update.status)) state.status = update.status;
  enqueue(world, state.message.phoneNumberId, update);
}

function isFurther(current: OutboundState['status'], next: OutboundState['status']): boolean {
  if (current === 'failed') return false;
  if (next === 'failed') return true;
  return statusOrder.indexOf(next) > statusOrder.indexOf(current);
}

function applyInbound(world: World, { message, updateId }: RecordOf<'inbound'>): void {
  const state: InboundState = { message, arrived: false, readByBusiness: false };
  world.messages.set(message.id, state);
  const chat = openChat(world, message.phoneNumberId, message.waId);
  chat.messageIds.push(message.id);
  chat.window = onInbound(chat.window, message.at, isFromAdvertisement(message.extra));
  const appCount = enqueue(world, message.phoneNumberId, {
    id: updateId,
    kind: 'inbound',
    messageId: message.id,
  });
  if (appCount > 0) world.awaitingApps.set(message.id, appCount);
}

function isFromAdvertisement(extra: { readonly [key: string]: unknown } | undefined): boolean {
  const referral = extra?.referral;
  return (
    typeof referral === 'object' &&
    referral !== null &&
    'source_type' in referral &&
    referral.source_type === 'ad'
  );
}

/** "Marks that message and all earlier ones in the thread as read" (Meta: mark messages as read). */
function applyBusinessRead(world: World, { messageId }: RecordOf<'business-read'>): void {
  const read = getInbound(world, messageId);
  if (!read) return;
  const { messageIds } = openChat(world, read.message.phoneNumberId, read.message.waId);
  for (let index = messageIds.indexOf(messageId); index >= 0; index -= 1) {
    const earlier = getInbound(world, messageIds[index] ?? '');
    if (earlier?.readByBusiness) return;
    if (earlier) earlier.readByBusiness = true;
  }
}

function applyWebhookEnded(world: World, { webhookId, outcome }: RecordOf<'webhook-ended'>): void {
  const state = world.webhooksById.get(webhookId);
  if (!state) return;
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

/** Puts an update into the line of every app that listens. Returns how many do. */
function enqueue(world: World, phoneNumberId: string, update: Update): number {
  const apps = subscribedApps(world, phoneNumberId, 'messages');
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
