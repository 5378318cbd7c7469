import type { Media, Portfolio } from '../entities.ts';
import { markStarted, usersOf } from '../limits/messaging-limit.ts';
import { onAnswer, onInbound } from '../limits/window.ts';
import {
  type InboundMessage,
  type InboundState,
  type OutboundMessage,
  type OutboundState,
  type StatusError,
  statusOrder,
} from '../messages/messages.ts';
import { countService } from '../pricing/service-quota.ts';
import { countMove } from '../tally.ts';
import type { StatusUpdate } from '../updates.ts';
import { addToChat, chatKey, getInbound, getOutbound, openChat, type World } from '../world.ts';
import { countFeedback } from './feedback.ts';
import { countPaced } from './templates.ts';
import { enqueue } from './webhooks.ts';

interface StatusChanged {
  readonly update: StatusUpdate;
  readonly errors?: readonly StatusError[] | undefined;
}

interface InboundReceived {
  readonly message: InboundMessage;
  readonly updateId: string;
}

interface LinkFetched {
  readonly messageId: string;
  readonly link: string;
  readonly media: Media;
}

interface ChatOpened {
  readonly phoneNumberId: string;
  readonly waId: string;
  readonly seenIds: readonly string[];
}

export const messageRecords = {
  accepted: applyAccepted,
  status: applyStatus,
  expired: applyExpired,
  inbound: applyInbound,
  'business-read': applyBusinessRead,
  'link-fetched': (world: World, { messageId, link, media }: LinkFetched) => {
    world.media.set(media.id, media);
    getOutbound(world, messageId)?.linkMedia.set(link, media.id);
  },
  'chat-opened': (world: World, { phoneNumberId, waId, seenIds }: ChatOpened) => {
    const chat = openChat(world, phoneNumberId, waId);
    for (const messageId of seenIds) chat.seenIds.add(messageId);
  },
};

function applyAccepted(world: World, { message }: { readonly message: OutboundMessage }): void {
  const state: OutboundState = {
    message,
    status: 'accepted',
    statusTimes: { accepted: message.at },
    linkMedia: new Map(),
  };
  world.sends.add(state);
  countMove(world.tally, undefined, state.status);
  const chat = openChat(world, message.phoneNumberId, message.waId);
  addToChat(world, chat, message.id);
  chat.window = onAnswer(chat.window, message.at, world.settings.freeEntryHours);
  countService(world, message, 1);
  countPaced(world, message);
  countUndelivered(world, message, 1);
  if (!message.startsConversation) return;
  countStarted(world, message);
  countMarketing(world, message);
}

/** Users count against the portfolio's limit; without a limit only until they have earned the throughput. */
function countStarted(world: World, { phoneNumberId, waId, at }: OutboundMessage): void {
  const portfolio = portfolioOf(world, phoneNumberId);
  if (!portfolio) return;
  const started = world.startedUsers.get(portfolio.id) ?? new Map<string, number>();
  world.startedUsers.set(portfolio.id, started);
  const isUnlimited = usersOf(portfolio.messagingLimit) === undefined;
  if (isUnlimited && started.size >= world.settings.limits.throughputUpgradeUsers) return;
  markStarted(started, waId, at);
}

/** Kept only while there is a personal limit to keep to. */
function countMarketing(world: World, { waId, at, category }: OutboundMessage): void {
  const { perUserLimit, perUserPeriodMs } = world.settings.marketing;
  if (category !== 'marketing' || perUserLimit === null) return;
  const times = world.marketingTimes.get(waId) ?? [];
  world.marketingTimes.set(waId, [...times.filter((time) => time > at - perUserPeriodMs), at]);
}

/** People reached on trial, by the messages that came through to them within 30 days. */
function countTrial(world: World, { phoneNumberId, waId }: OutboundMessage, at: number): void {
  const portfolio = portfolioOf(world, phoneNumberId);
  if (portfolio?.messagingLimit !== 'TIER_250') return;
  const reached = world.trialUsers.get(portfolio.id) ?? new Map<string, number>();
  world.trialUsers.set(portfolio.id, reached);
  reached.delete(waId);
  reached.set(waId, at);
  for (const [user, reachedAt] of reached) {
    if (reachedAt > at - trialPeriodMs) break;
    reached.delete(user);
  }
}

const trialPeriodMs = 30 * 24 * 60 * 60 * 1000;

function portfolioOf(world: World, phoneNumberId: string): Portfolio | undefined {
  const wabaId = world.phoneNumbers.get(phoneNumberId)?.wabaId ?? '';
  return world.portfolios.get(world.wabas.get(wabaId)?.portfolioId ?? '');
}

function applyStatus(world: World, { update, errors }: StatusChanged): void {
  const state = getOutbound(world, update.messageId);
  if (!state) return;
  state.statusTimes[update.status] = update.at;
  if (errors) state.errors = errors;
  if (update.participant !== undefined) {
    state.participants = { ...state.participants, [update.participant]: update.status };
  }
  if (isFurther(state.status, update.status)) applyProgress(world, state, update);
  enqueue(world, state.message, 'messages', update);
}

function applyProgress(world: World, state: OutboundState, { status, at }: StatusUpdate): void {
  const { message } = state;
  const wasUndelivered = !hasArrived(state);
  countMove(world.tally, state.status, status);
  state.status = status;
  if (status === 'failed') countService(world, message, -1);
  if (!wasUndelivered || !(status === 'failed' || hasArrived(state))) return;
  countUndelivered(world, message, -1);
  if (status === 'failed') return;
  countFeedback(world, message.phoneNumberId, 'delivered', at);
  if (message.templateId !== undefined) countFeedback(world, message.templateId, 'delivered', at);
  if (message.startsConversation) countTrial(world, message, at);
}

function hasArrived({ status }: OutboundState): boolean {
  return status === 'delivered' || status === 'read' || status === 'played';
}

/** So that a deleted template knows whether messages of it are still under way. */
function countUndelivered(world: World, { templateId }: OutboundMessage, step: 1 | -1): void {
  if (templateId === undefined) return;
  const count = (world.undelivered.get(templateId) ?? 0) + step;
  if (count > 0) world.undelivered.set(templateId, count);
  else world.undelivered.delete(templateId);
}

/** Nobody had the message in its time. It leaves the counts as a failed one does, but nothing is told of it. */
function applyExpired(world: World, { messageId }: { readonly messageId: string }): void {
  const state = getOutbound(world, messageId);
  if (!state || state.expired) return;
  state.expired = true;
  countService(world, state.message, -1);
  countUndelivered(world, state.message, -1);
}

function isFurther(current: OutboundState['status'], next: OutboundState['status']): boolean {
  if (current === 'failed') return false;
  if (next === 'failed') return true;
  return statusOrder.indexOf(next) > statusOrder.indexOf(current);
}

function applyInbound(world: World, { message, updateId }: InboundReceived): void {
  const state: InboundState = { message, arrived: false, readByBusiness: false };
  world.received.add(state);
  const chat = openChat(world, message.phoneNumberId, message.groupId ?? message.waId);
  addToChat(world, chat, message.id);
  // A person the number has blocked sends into the void (Meta: block users).
  if (world.blocks.has(chatKey(message.phoneNumberId, message.waId))) return;
  chat.window = onInbound(chat.window, message.at, isFromAdvertisement(message.extra));
  const appCount = enqueue(world, message, 'messages', {
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
function applyBusinessRead(world: World, { messageId }: { readonly messageId: string }): void {
  const read = getInbound(world, messageId);
  if (!read) return;
  const { messageIds } = openChat(world, read.message.phoneNumberId, read.message.waId);
  for (let index = messageIds.indexOf(messageId); index >= 0; index -= 1) {
    const earlier = getInbound(world, messageIds[index] ?? '');
    if (earlier?.readByBusiness) return;
    if (earlier) earlier.readByBusiness = true;
  }
}
