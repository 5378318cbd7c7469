import type { JsonObject } from '../world/entities.ts';
import { GraphError } from './graph-error.ts';

/** A send request that passed Meta's checks of shape. */
export interface SendRequest {
  readonly type: string;
  readonly content: JsonObject;
  readonly to?: string | undefined;
  readonly recipient?: string | undefined;
  readonly contextId?: string | undefined;
  readonly callbackData?: string | undefined;
  readonly mediaIds: readonly string[];
}

export function parseSend(body: JsonObject): SendRequest {
  const type = typeof body.type === 'string' ? body.type : 'text';
  if (body.messaging_product !== 'whatsapp') {
    throw new GraphError(100, '(#100) The parameter messaging_product is required.');
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const object = (value: unknown) =>
    typeof value === 'object' && value !== null ? (value as JsonObject) : undefined;
  const content = object(body[type]);
  if (!content) throw new GraphError(100, `(#100) The parameter ${type} is required.`);
  return {
    type,
    content,
    to: text(body.to),
    recipient: text(body.recipient),
    contextId: text(object(body.context)?.message_id),
    callbackData: text(body.biz_opaque_callback_data),
    mediaIds: typeof content.id === 'string' ? [content.id] : [],
  };
}
