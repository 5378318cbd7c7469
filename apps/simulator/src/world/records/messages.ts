import type { Media } from '../entities.ts';
import { markStarted } from '../limits/messaging-limit.ts';
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
import { getInbound, getOutbound, openChat, type World } from '../world.ts';
import { enqueue, type StatusUpdate } from './webhooks.ts';

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
  world.messages.set(message.id, state);
  world.sends.push(state);
  const chat = openChat(world, message.phoneNumberId, message.waId);
  chat.messageIds.push(message.id);
  chat.window = onAnswer(chat.window, message.at, world.settings.freeEntryHours);
  if (message.startsConversation) countStarted(world, message);
  countService(world, message, 1);
}

function countStarted(world: World, { phoneNumberId, waId, at }: OutboundMessage): void {
  const wabaId = world.phoneNumbers.get(phoneNumberId)?.wabaId ?? '';
  const portfolioId = world.wabas.get(wabaId)?.portfolioId ?? '';
  const started = world.startedUsers.get(portfolioId) ?? new Map<string, number>();
  world.startedUsers.set(portfolioId, started);
  markStarted(started, waId, at);
}

function applyStatus(world: World, { update, errors }: StatusChanged): void {
  const state = getOutbound(world, update.messageId);
  if (!state) return;
  state.statusTimes[update.status] = update.at;
  if (errors) state.errors = errors;
  if (update.status === 'failed' && state.status !== 'failed') countService(world, state.message, -1);
  if (isFurther(state.status, update.status)) state.status = update.status;
  enqueue(world, state.message, 'messages', update);
}

function isFurther(current: OutboundState['status'], next: OutboundState['status']): boolean {
  if (current === 'failed') return false;
  if (next === 'failed') return true;
  return statusOrder.indexOf(next) > statusOrder.indexOf(current);
}

function applyInbound(world: World, { message, updateId }: InboundReceived): void {
  const state: InboundState = { message, arrived: false, readByBusiness: false };
  world.messages.set(message.id, state);
  const chat = openChat(world, message.phoneNumberId, message.waId);
  chat.messageIds.push(message.id);
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
