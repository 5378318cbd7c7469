import type { JsonObject } from '../world/entities.ts';
import type { InboundMessage, InboundState, MessageState, OutboundState } from '../world/messages.ts';
import { renderTemplate } from '../world/render-template.ts';
import { isOutbound, type World } from '../world/world.ts';

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
  const { message, statusTimes } = state;
  if (!isOnPhone(state)) return undefined;
  return {
    id: message.id,
    direction: 'received',
    type: message.type,
    timestamp: message.at,
    status: state.status === 'read' || state.status === 'played' ? 'read' : 'delivered',
    contextId: message.contextId,
    reactions,
    ...(message.type === 'audio' ? { voicePlayed: statusTimes.played !== undefined } : {}),
    [message.type]: showContent(world, state, message.content),
  };
}

export function isOnPhone({ statusTimes }: OutboundState): boolean {
  return statusTimes.delivered !== undefined || statusTimes.read !== undefined;
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
    [message.type]: showInboundContent(world, message),
  };
}

function showInboundContent(world: World, { content }: InboundMessage): unknown {
  return isObject(content) && typeof content.id === 'string' ? showMedia(world, content) : content;
}

function showContent(world: World, state: OutboundState, content: JsonObject): unknown {
  if (state.message.type === 'template') return renderTemplate(world, state.message);
  const isMedia = typeof content.id === 'string' || typeof content.link === 'string';
  return isMedia ? showMedia(world, content) : content;
}

function showMedia(world: World, content: JsonObject): unknown {
  const mediaId = String(content.id ?? '');
  const media = world.media.get(mediaId);
  const { id: _id, ...rest } = content;
  return {
    ...rest,
    mediaId,
    mimeType: media?.mimeType ?? content.mime_type,
    ...(typeof content.filename === 'string' ? { filename: content.filename } : {}),
    url: media ? `/phones/media/${mediaId}` : content.link,
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
