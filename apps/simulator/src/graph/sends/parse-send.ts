import {
  type MediaKind,
  mediaKinds,
  parseSendRequest,
  type SendMessageRequest,
  type SendProblem,
} from '@renkei/graph-api';
import type { JsonObject } from '../../world/entities.ts';
import type { SendCategory } from '../../world/messages/messages.ts';
import { GraphError } from '../graph-error.ts';

/** A send that passed Meta's checks of shape. `content` is the object under the key named by `type`. */
export interface SendRequest {
  readonly message: SendMessageRequest;
  readonly content: unknown;
  readonly contextId?: string | undefined;
  /** Direct Send: content that goes out as a template of this category, and its life. */
  readonly directCategory?: SendCategory | undefined;
  readonly ttlSeconds?: number | undefined;
}

export type ParsedBody =
  | { readonly kind: 'message'; readonly send: SendRequest }
  | { readonly kind: 'mark-read'; readonly messageId: string; readonly typing: boolean };

/** The body of `POST /{phone-number-id}/messages`; throws what is wrong with it (100, 131008, 131009, 132012). */
export function parseSend(body: JsonObject): ParsedBody {
  const reading = parseSendRequest(body);
  if (!reading.ok) throw problemError(reading.problem);
  if (reading.kind === 'mark_read') {
    const { message_id: messageId, typing_indicator: typing } = reading.request;
    return { kind: 'mark-read', messageId, typing: typing !== undefined };
  }
  return { kind: 'message', send: describe(reading.request) };
}

/** The refusal of a body with a fault of shape. */
export function problemError({ code, details, path }: SendProblem): GraphError {
  // Only the envelope's own key has a sentence of its own at Meta.
  if (path === 'messaging_product') return new GraphError(100, { message: missingProduct });
  return new GraphError(code, { details });
}

const missingProduct = '(#100) The parameter messaging_product is required.';

function describe(message: SendMessageRequest): SendRequest {
  const contents: JsonObject = { ...message };
  const contextId = 'context' in message ? message.context?.message_id : undefined;
  const direct =
    'category' in message ? { directCategory: message.category, ttlSeconds: message.ttl_seconds } : {};
  return { message, content: contents[message.type], contextId, ...direct };
}

/** Every media object of a send, wherever it stands: content, header of an interactive message or template. */
export function listMediaObjects(content: unknown): readonly MediaReference[] {
  if (Array.isArray(content)) return content.flatMap(listMediaObjects);
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([key, value]) =>
    isMediaKind(key) ? readReference(key, value) : listMediaObjects(value),
  );
}

/** Exactly one of `id` and `link` is there. */
export interface MediaReference {
  readonly kind: MediaKind;
  readonly id?: string;
  readonly link?: string;
}

function isMediaKind(key: string): key is MediaKind {
  return Object.hasOwn(mediaKinds, key);
}

function readReference(kind: MediaKind, value: unknown): readonly MediaReference[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('id' in value && typeof value.id === 'string') return [{ kind, id: value.id }];
  return 'link' in value && typeof value.link === 'string' ? [{ kind, link: value.link }] : [];
}
