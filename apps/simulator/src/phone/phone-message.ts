import type { InboundState, MessageState, OutboundState } from '../world/messages/messages.ts';
import { renderTemplate, type TemplateContent } from '../world/templates/render-template.ts';
import { isOutbound, type World } from '../world/world.ts';
import { showMedia } from './show-media.ts';

/** A message as the phone's screen shows it. `sent` = by the person holding the phone. Times in world ms. */
export interface PhoneMessage {
  readonly id: string;
  readonly direction: 'sent' | 'received';
  readonly type: string;
  readonly timestamp: number;
  readonly status: 'pending' | 'sent' | 'delivered' | 'read';
  readonly contextId?: string | undefined;
  readonly reactions: readonly PhoneReaction[];
  readonly voicePlayed?: boolean | undefined;
  /** The content under the key named by `type`, media with a `url` the phone may GET. */
  readonly [content: string]: unknown;
}

export interface PhoneReaction {
  readonly from: 'me' | 'them';
  readonly emoji: string;
}

/** Builds what the phone shows of a message; undefined while it has not reached the phone. */
export function toPhoneMessage(
  world: World,
  state: MessageState,
  reactions: readonly PhoneReaction[],
): PhoneMessage | undefined {
  return isOutbound(state) ? toReceived(world, state, reactions) : toSent(world, state, reactions);
}

function toReceived(
  world: World,
  state: OutboundState,
  reactions: readonly PhoneReaction[],
): PhoneMessage | undefined {
  const { message, status, statusTimes, linkMedia } = state;
  if (!isOnPhone(state)) return undefined;
  return {
    id: message.id,
    direction: 'received',
    type: message.type,
    timestamp: message.at,
    status: status === 'read' || status === 'played' ? 'read' : 'delivered',
    contextId: message.contextId,
    reactions,
    ...(message.type === 'audio' ? { voicePlayed: statusTimes.played !== undefined } : {}),
    ...showMedia(world, { [message.type]: showContent(world, state) }, linkMedia),
  };
}

export function isOnPhone({ statusTimes }: OutboundState): boolean {
  return statusTimes.delivered !== undefined || statusTimes.read !== undefined;
}

function showContent(world: World, { message }: OutboundState): unknown {
  if (message.type !== 'template') return message.content;
  // Parsed as a template send when it was accepted.
  const content = message.content as TemplateContent;
  const wabaId = world.phoneNumbers.get(message.phoneNumberId)?.wabaId;
  for (const template of world.templates.values()) {
    const isIt = template.name === content.name && template.language === content.language.code;
    if (isIt && template.wabaId === wabaId) return renderTemplate(template, content);
  }
  return { name: content.name, body: content.name, buttons: [] };
}

function toSent(world: World, state: InboundState, reactions: readonly PhoneReaction[]): PhoneMessage {
  const { message, arrived, readByBusiness } = state;
  return {
    id: message.id,
    direction: 'sent',
    type: message.type,
    timestamp: message.at,
    status: readByBusiness ? 'read' : arrived ? 'sent' : 'pending',
    contextId: message.contextId,
    reactions,
    ...showMedia(world, { [message.type]: message.content }, new Map()),
  };
}
