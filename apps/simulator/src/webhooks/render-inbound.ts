import type { Media, PhoneNumber } from '../world/entities.ts';
import { identityHashOf } from '../world/identity-hash.ts';
import type { InboundMessage } from '../world/messages/messages.ts';
import { settingsOf } from '../world/numbers/settings-of.ts';
import { userIdIn } from '../world/user-id.ts';
import { getMessage, isOutbound, type World } from '../world/world.ts';

/** What the builders need besides the world: the subscribed app's webhook version, such as `v25.0`. */
export interface ValueContext {
  readonly webhookVersion: string;
  readonly mediaUrl: (media: Media) => string;
}

export type WebhookValue = { readonly [key: string]: unknown };

/** The `value` of a `messages` change for inbound messages of one number, contacts named once each. */
export function renderInboundValue(
  world: World,
  messages: readonly InboundMessage[],
  context: ValueContext,
): WebhookValue {
  const first = messages[0];
  const phoneNumber = first && world.phoneNumbers.get(first.phoneNumberId);
  if (!phoneNumber) throw new Error('An inbound webhook needs a message of a known phone number');
  const waIds = [...new Set(messages.map((message) => message.waId))];
  return {
    ...valueHead(phoneNumber),
    contacts: waIds.flatMap((waId) => renderContact(world, phoneNumber, waId)),
    messages: messages.map((message) => renderMessage(world, phoneNumber, message, context)),
  };
}

export function valueHead(phoneNumber: PhoneNumber): WebhookValue {
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: phoneNumber.digits, phone_number_id: phoneNumber.id },
  };
}

/** A contact as webhooks name it: without `wa_id` once the person hides the number behind a username. */
export function renderContact(world: World, phoneNumber: PhoneNumber, waId: string): unknown[] {
  const customer = world.customers.get(waId);
  if (!customer) return [];
  return [
    {
      profile: { name: customer.name, ...(customer.username ? { username: customer.username } : {}) },
      ...(customer.phoneHidden ? {} : { wa_id: customer.waId }),
      user_id: userIdIn(world, customer, phoneNumber),
      ...(settingsOf(world, phoneNumber.id).identityCheck
        ? { identity_key_hash: identityHashOf(customer) }
        : {}),
    },
  ];
}

function renderMessage(
  world: World,
  phoneNumber: PhoneNumber,
  message: InboundMessage,
  context: ValueContext,
): unknown {
  const customer = world.customers.get(message.waId);
  return {
    ...renderMessageContext(world, phoneNumber, message),
    ...(customer?.phoneHidden ? {} : { from: message.waId }),
    ...(customer ? { from_user_id: userIdIn(world, customer, phoneNumber) } : {}),
    ...(message.groupId === undefined ? {} : { group_id: message.groupId }),
    id: message.id,
    timestamp: String(Math.floor(message.at / 1000)),
    ...message.extra,
    type: message.type,
    ...(message.content === undefined
      ? {}
      : { [message.type]: withMediaUrl(world, message.content, context) }),
  };
}

/** `context` names who wrote the quoted message: the business or the customer. */
function renderMessageContext(world: World, phoneNumber: PhoneNumber, message: InboundMessage): WebhookValue {
  if (!message.contextId) return {};
  const quoted = getMessage(world, message.contextId);
  const fromBusiness = !quoted || isOutbound(quoted);
  return { context: { from: fromBusiness ? phoneNumber.digits : message.waId, id: message.contextId } };
}

/** Media objects carry a short-lived URL of the file since November 2025. */
function withMediaUrl(world: World, content: unknown, context: ValueContext): unknown {
  const id = typeof content === 'object' && content !== null && 'id' in content ? content.id : undefined;
  const media = typeof id === 'string' ? world.media.get(id) : undefined;
  return media ? { ...Object(content), url: context.mediaUrl(media) } : content;
}
