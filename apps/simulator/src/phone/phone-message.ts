import type { EchoMessage } from '../world/coexistence/echo-message.ts';
import type { InboundState, MessageState, OutboundState } from '../world/messages/messages.ts';
import { isOutbound, type World } from '../world/world.ts';
import { readMarks, type ShownMarks } from './read-marks.ts';
import { showMedia } from './show-media.ts';
import { showTemplate } from './templates/show-template.ts';

/** A message as the phone's screen shows it. `sent` = by the person holding the phone. Times in world ms. */
export interface PhoneMessage extends ShownMarks {
  readonly id: string;
  readonly direction: 'sent' | 'received';
  readonly type: string;
  readonly timestamp: number;
  readonly status: 'pending' | 'sent' | 'delivered' | 'read';
  readonly contextId?: string | undefined;
  readonly reactions: readonly PhoneReaction[];
  readonly voicePlayed?: boolean | undefined;
  readonly editedAt?: number | undefined;
  /** Deleted for everyone: the content is gone. */
  readonly revoked?: boolean | undefined;
  /** Who wrote it, in a group. */
  readonly author?: string | undefined;
  /** How the payment of an order went. */
  readonly payment?: string | undefined;
  /** The content under the key named by `type`, media with a `url` the phone may GET. */
  readonly [content: string]: unknown;
}

export interface PhoneReaction {
  readonly from: 'me' | 'them';
  readonly emoji: string;
}

/**
 * Builds what the phone shows of a message; undefined while it has not reached the phone, or shows nothing.
 * `participant` names whose phone it is in a group.
 */
export function toPhoneMessage(
  world: World,
  state: MessageState,
  reactions: readonly PhoneReaction[],
  participant?: string,
): PhoneMessage | undefined {
  if (isOutbound(state)) return toReceived(world, state, reactions, participant);
  const isOfOther = participant !== undefined && state.message.waId !== participant;
  return isOfOther ? toOverheard(world, state, reactions) : toSent(world, state, reactions);
}

function toReceived(
  world: World,
  state: OutboundState,
  reactions: readonly PhoneReaction[],
  participant: string | undefined,
): PhoneMessage | undefined {
  const { message, statusTimes, linkMedia } = state;
  const status = participant === undefined ? state.status : state.participants?.[participant];
  if (participant === undefined ? !isOnPhone(state) : status === undefined) return undefined;
  const author = world.phoneNumbers.get(message.phoneNumberId)?.verifiedName;
  return {
    ...(participant === undefined ? {} : { author }),
    id: message.id,
    direction: 'received',
    type: message.type,
    timestamp: message.at,
    status: status === 'read' || status === 'played' ? 'read' : 'delivered',
    contextId: message.contextId,
    reactions,
    ...(message.type === 'audio' ? { voicePlayed: statusTimes.played !== undefined } : {}),
    ...showContent(world, message.id, message.type, showSent(world, state), linkMedia),
  };
}

export function isOnPhone({ statusTimes }: OutboundState): boolean {
  return statusTimes.delivered !== undefined || statusTimes.read !== undefined;
}

/** A message written in the Business app, on the phone of the person it went to. */
export function echoToPhoneMessage(
  world: World,
  echo: EchoMessage,
  reactions: readonly PhoneReaction[],
): PhoneMessage {
  return {
    id: echo.id,
    direction: 'received',
    type: echo.type,
    timestamp: echo.at,
    status: 'delivered',
    contextId: echo.contextId,
    reactions,
    ...showContent(world, echo.id, echo.type, echo.content),
  };
}

/** What a message of the business shows: a template with its parameters filled in, anything else as it was sent. */
export function showSent(world: World, { message }: OutboundState): unknown {
  if (message.type !== 'template') return message.content;
  const sent: { readonly name?: unknown; readonly language?: { readonly code?: unknown } } = Object(
    message.content,
  );
  const wabaId = world.phoneNumbers.get(message.phoneNumberId)?.wabaId;
  for (const template of world.templates.values()) {
    const isIt = template.name === sent.name && template.language === sent.language?.code;
    if (isIt && template.wabaId === wabaId) return showTemplate(template, message.content);
  }
  return { name: sent.name, body: sent.name, buttons: [] };
}

function toSent(
  world: World,
  { message, arrived, readByBusiness }: InboundState,
  reactions: readonly PhoneReaction[],
): PhoneMessage | undefined {
  if (message.silent) return undefined;
  return {
    id: message.id,
    direction: 'sent',
    type: message.type,
    timestamp: message.at,
    status: readByBusiness ? 'read' : arrived ? 'sent' : 'pending',
    contextId: message.contextId,
    reactions,
    ...readMarks(message.extra),
    ...showContent(world, message.id, message.type, message.content),
  };
}

/** What another participant wrote in a group. */
function toOverheard(
  world: World,
  { message }: InboundState,
  reactions: readonly PhoneReaction[],
): PhoneMessage | undefined {
  if (message.silent) return undefined;
  return {
    id: message.id,
    direction: 'received',
    type: message.type,
    timestamp: message.at,
    status: 'delivered',
    contextId: message.contextId,
    reactions,
    author: world.customers.get(message.waId)?.name ?? `+${message.waId}`,
    ...readMarks(message.extra),
    ...showContent(world, message.id, message.type, message.content),
  };
}

/** The content under its type, as it is after edits; nothing of it once the message was deleted. */
export function showContent(
  world: World,
  messageId: string,
  type: string,
  content: unknown,
  linkMedia: ReadonlyMap<string, string> = new Map(),
): { readonly [key: string]: unknown } {
  const amendment = world.amendments.get(messageId);
  if (amendment?.revokedAt !== undefined) return { revoked: true };
  return {
    ...(amendment?.editedAt === undefined ? {} : { editedAt: amendment.editedAt }),
    ...(amendment?.payment ? { payment: amendment.payment.status } : {}),
    ...showMedia(world, { [type]: amendment?.content ?? content }, linkMedia),
  };
}
