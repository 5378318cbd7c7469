import { findRunning, isCallingEnabled } from '../world/calls/calls.ts';
import type { Customer, PhoneNumber } from '../world/entities.ts';
import type { Group } from '../world/groups/group.ts';
import { settingsOf } from '../world/numbers/settings-of.ts';
import { getChoices } from '../world/records/phones.ts';
import { goneStatuses } from '../world/registration/add-number.ts';
import { type Chat, getChat, getMessage, getOutbound, type World } from '../world/world.ts';
import { collectReactions } from './collect-reactions.ts';
import { groupsOf } from './find-target.ts';
import { listPinned } from './list-pinned.ts';
import { echoToPhoneMessage, isOnPhone, type PhoneMessage, toPhoneMessage } from './phone-message.ts';

/** A call that rings or is spoken; `at` and `acceptedAt` in world ms. */
export interface PhoneCall {
  readonly id: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly at: number;
  readonly acceptedAt?: number | undefined;
}

/** What a business says about itself, and what it offers somebody who opens the chat. */
export interface PhoneProfile {
  readonly about?: string | undefined;
  readonly description?: string | undefined;
  readonly address?: string | undefined;
  readonly email?: string | undefined;
  readonly websites?: readonly string[] | undefined;
  /** Ice breakers: a press sends the text. */
  readonly prompts?: readonly string[] | undefined;
  readonly commands?: readonly { readonly name: string; readonly description: string }[] | undefined;
}

export interface PhoneChat {
  readonly phoneNumberId: string;
  /** Of a group of the number; its subject is the name then. */
  readonly groupId?: string | undefined;
  readonly businessName: string;
  readonly displayPhoneNumber: string;
  readonly unreadCount: number;
  readonly typing: boolean;
  /** Whether the person blocked the business, and stopped its marketing messages. */
  readonly blocked: boolean;
  readonly marketingStopped: boolean;
  /** Messages pinned to the top of a group, the newest pin first. */
  readonly pinnedIds: readonly string[];
  /** Whether the business takes calls, and the call there is. */
  readonly canCall: boolean;
  readonly call?: PhoneCall | undefined;
  readonly profile: PhoneProfile;
  readonly messages: readonly PhoneMessage[];
}

export interface PhoneView {
  readonly waId: string;
  readonly name: string;
  readonly online: boolean;
  readonly readReceipts: boolean;
  readonly username?: string | undefined;
  readonly phoneHidden: boolean;
  /** World ms. */
  readonly now: number;
  readonly chats: readonly PhoneChat[];
  /** Codes that came by text message or call, to verify this very number for the Cloud API. */
  readonly codes: readonly string[];
}

type IsTyping = (phoneNumberId: string, waId: string) => boolean;

/** Everything one phone shows: a chat with every business number of the world and with its groups, latest first. */
export function viewPhone(
  world: World,
  { waId, name, online, readReceipts, username, phoneHidden }: Customer,
  now: number,
  isTyping: IsTyping,
): PhoneView {
  const chats = [
    ...[...world.phoneNumbers.values()]
      .filter(({ status }) => !goneStatuses.has(status))
      .map((phoneNumber) => viewChat(world, phoneNumber, waId, isTyping)),
    ...groupsOf(world, waId).map((group) => viewGroup(world, group, waId, now)),
  ];
  const lastAt = (chat: PhoneChat) => chat.messages.at(-1)?.timestamp ?? 0;
  chats.sort((left, right) => lastAt(right) - lastAt(left));
  const codes = listCodes(world, waId);
  return { waId, name, online, readReceipts, username, phoneHidden, now, chats, codes };
}

function listCodes({ registrations, phoneNumbers }: World, digits: string): string[] {
  return [...registrations.values()].flatMap(({ phoneNumberId, code }) =>
    code && phoneNumbers.get(phoneNumberId)?.digits === digits ? [code.code] : [],
  );
}

function viewChat(world: World, phoneNumber: PhoneNumber, waId: string, isTyping: IsTyping): PhoneChat {
  const chat = getChat(world, phoneNumber.id, waId);
  const { blocked, marketingStopped } = getChoices(world, phoneNumber.id, waId);
  return {
    phoneNumberId: phoneNumber.id,
    businessName: phoneNumber.verifiedName,
    displayPhoneNumber: phoneNumber.displayPhoneNumber,
    unreadCount: chat ? countUnread(world, chat) : 0,
    typing: isTyping(phoneNumber.id, waId),
    blocked,
    marketingStopped,
    pinnedIds: [],
    canCall: isCallingEnabled(world, phoneNumber.id),
    call: viewCall(world, phoneNumber.id, waId),
    profile: viewProfile(world, phoneNumber.id),
    messages: chat ? listMessages(world, chat) : [],
  };
}

function viewGroup(world: World, group: Group, waId: string, now: number): PhoneChat {
  const chat = getChat(world, group.phoneNumberId, group.id);
  const nameOf = (id: string) => world.customers.get(id)?.name ?? `+${id}`;
  const business = world.phoneNumbers.get(group.phoneNumberId)?.verifiedName ?? '';
  const others = group.participants.filter((participant) => participant.waId !== waId);
  return {
    phoneNumberId: group.phoneNumberId,
    groupId: group.id,
    businessName: group.subject,
    // Who else is in it stands where a business has its number.
    displayPhoneNumber: [business, ...others.map((participant) => nameOf(participant.waId))].join(', '),
    unreadCount: chat ? countUnread(world, chat, waId) : 0,
    typing: false,
    blocked: false,
    marketingStopped: false,
    pinnedIds: chat ? listPinned(world, chat, now) : [],
    canCall: false,
    profile: group.description ? { description: group.description } : {},
    messages: chat ? listMessages(world, chat, waId) : [],
  };
}

function viewCall(world: World, phoneNumberId: string, waId: string): PhoneCall | undefined {
  const call = findRunning(world, phoneNumberId, waId);
  if (!call) return undefined;
  const { id, direction, at, acceptedAt } = call;
  return { id, direction: direction === 'USER_INITIATED' ? 'outgoing' : 'incoming', at, acceptedAt };
}

function viewProfile(world: World, phoneNumberId: string): PhoneProfile {
  const { profile, automation } = settingsOf(world, phoneNumberId);
  const { about, description, address, email, websites } = profile;
  return {
    about,
    description,
    address,
    email,
    websites,
    prompts: automation.prompts,
    commands: automation.commands?.map((command) => ({
      name: command.command_name,
      description: command.command_description,
    })),
  };
}

/** Messages on the phone that were not there when the chat was last opened; reactions and pins count as none. */
export function countUnread(world: World, chat: Chat, participant?: string): number {
  let count = 0;
  for (const messageId of chat.messageIds) {
    const state = getOutbound(world, messageId);
    if (participant !== undefined) {
      if (state?.participants?.[participant] === 'delivered') count += 1;
    } else if (!chat.seenIds.has(messageId)) {
      const isShown = state && state.message.type !== 'reaction' && isOnPhone(state);
      if (isShown || world.echoes.has(messageId)) count += 1;
    }
  }
  return count;
}

/** `participant` names whose phone shows a group. */
export function listMessages(world: World, chat: Chat, participant?: string): PhoneMessage[] {
  const reactions = collectReactions(world, chat, participant);
  return chat.messageIds.flatMap((messageId) => {
    const onIt = reactions.get(messageId) ?? [];
    const echo = world.echoes.get(messageId);
    if (echo) return echo.type === 'reaction' ? [] : echoToPhoneMessage(world, echo, onIt);
    const state = getMessage(world, messageId);
    if (!state || hiddenTypes.has(state.message.type)) return [];
    return toPhoneMessage(world, state, onIt, participant) ?? [];
  });
}

/** What changes another message and has no bubble of its own. */
const hiddenTypes: ReadonlySet<string> = new Set(['reaction', 'pin']);
