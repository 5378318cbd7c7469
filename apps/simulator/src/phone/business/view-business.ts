import type { EchoMessage } from '../../world/coexistence/echo-message.ts';
import type { InboundState, OutboundState } from '../../world/messages/messages.ts';
import { type Chat, chatKey, getChat, getInbound, getOutbound, type World } from '../../world/world.ts';
import { collectReactions } from '../collect-reactions.ts';
import { type PhoneMessage, type PhoneReaction, showContent, showSent } from '../phone-message.ts';
import { readMarks } from '../read-marks.ts';
import { requireBusinessApp } from './require-business-app.ts';

/** A chat with a customer as the Business app shows it: `sent` is what the business wrote, here or by the API. */
export interface BusinessChat {
  readonly waId: string;
  /** As the address book has it, else as the person calls themselves. */
  readonly name: string;
  readonly saved: boolean;
  readonly unreadCount: number;
  readonly messages: readonly PhoneMessage[];
}

export interface BusinessView {
  readonly phoneNumberId: string;
  readonly name: string;
  readonly displayPhoneNumber: string;
  /** World ms. */
  readonly now: number;
  readonly chats: readonly BusinessChat[];
}

/** Everything the Business app of a coexistence number shows: a chat with every person, the latest first. */
export function viewBusiness(world: World, phoneNumberId: string, now: number): BusinessView {
  const { verifiedName, displayPhoneNumber } = requireBusinessApp(world, phoneNumberId);
  const chats = [...world.customers.values()].map(({ waId, name }) => {
    const chat = getChat(world, phoneNumberId, waId);
    const contact = world.addressBook.get(chatKey(phoneNumberId, waId));
    return {
      waId,
      name: contact?.fullName ?? name,
      saved: contact !== undefined,
      unreadCount: chat ? countUnanswered(world, chat) : 0,
      messages: chat ? listMessages(world, chat) : [],
    };
  });
  const lastAt = (chat: BusinessChat) => chat.messages.at(-1)?.timestamp ?? 0;
  chats.sort((left, right) => lastAt(right) - lastAt(left));
  return { phoneNumberId, name: verifiedName, displayPhoneNumber, now, chats };
}

/** Messages of the customer that neither the app nor the API has read. */
export function countUnanswered(world: World, chat: Chat): number {
  return chat.messageIds.filter((id) => {
    const state = getInbound(world, id);
    return state && !state.readByBusiness && !state.message.silent && state.message.type !== 'reaction';
  }).length;
}

function listMessages(world: World, chat: Chat): PhoneMessage[] {
  const reactions = collectReactions(world, chat);
  return chat.messageIds.flatMap((id) => {
    const onIt = (reactions.get(id) ?? []).map(({ from, emoji }) => turn(from, emoji));
    const echo = world.echoes.get(id);
    if (echo) return echo.type === 'reaction' ? [] : showEcho(world, chat, echo, onIt);
    const inbound = getInbound(world, id);
    if (inbound) return showInbound(world, inbound, onIt);
    const outbound = getOutbound(world, id);
    return outbound && outbound.message.type !== 'reaction' ? showOutbound(world, outbound, onIt) : [];
  });
}

/** Each side sees its own reactions as its own. */
function turn(from: PhoneReaction['from'], emoji: string): PhoneReaction {
  return { from: from === 'me' ? 'them' : 'me', emoji };
}

function showEcho(
  world: World,
  chat: Chat,
  echo: EchoMessage,
  reactions: readonly PhoneReaction[],
): PhoneMessage {
  const sharesReading = world.customers.get(chat.waId)?.readReceipts ?? false;
  return {
    id: echo.id,
    direction: 'sent',
    type: echo.type,
    timestamp: echo.at,
    status: chat.seenIds.has(echo.id) && sharesReading ? 'read' : 'delivered',
    contextId: echo.contextId,
    reactions,
    ...showContent(world, echo.id, echo.type, echo.content),
  };
}

function showInbound(
  world: World,
  { message, readByBusiness }: InboundState,
  reactions: readonly PhoneReaction[],
): PhoneMessage[] {
  if (message.silent || message.type === 'reaction') return [];
  return [
    {
      id: message.id,
      direction: 'received',
      type: message.type,
      timestamp: message.at,
      status: readByBusiness ? 'read' : 'delivered',
      contextId: message.contextId,
      reactions,
      ...readMarks(message.extra),
      ...showContent(world, message.id, message.type, message.content),
    },
  ];
}

/** What the API sent cannot be edited or deleted by anybody: it is told apart from what was written here. */
function showOutbound(
  world: World,
  state: OutboundState,
  reactions: readonly PhoneReaction[],
): PhoneMessage[] {
  const { message, status, errors = [], linkMedia } = state;
  return [
    {
      id: message.id,
      direction: 'sent',
      type: message.type,
      timestamp: message.at,
      status: shownStatus[status],
      contextId: message.contextId,
      reactions,
      byApi: true,
      errors,
      ...showContent(world, message.id, message.type, showSent(world, state), linkMedia),
    },
  ];
}

const shownStatus = {
  accepted: 'pending',
  failed: 'pending',
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
} as const;
