import fc from 'fast-check';
import { messageLimits, messageTtlSeconds } from '../requests/limits.ts';
import type { MarketingMessageRequest } from '../requests/marketing-message.ts';
import type { SendMessageRequest, SendMessageType } from '../requests/send-message.ts';
import {
  arbitraryAudio,
  arbitraryCaptioned,
  arbitraryContacts,
  arbitraryDocument,
  arbitraryLocation,
  arbitraryPin,
  arbitraryReaction,
  arbitraryText,
} from './send/content.ts';
import { arbitraryInteractive } from './send/interactive.ts';
import { type ArbitrarySendOptions, fillOptions, type SendParts } from './send/options.ts';
import { arbitraryTemplate } from './send/template.ts';
import { identifier, maybe } from './send/values.ts';

/** A valid body of `POST /{phone-number-id}/messages`: every kind, every kind of recipient, Direct Send too. */
export function arbitrarySend(options: ArbitrarySendOptions = {}): fc.Arbitrary<SendMessageRequest> {
  const parts = fillOptions(options);
  const messages = messagesOf(parts);
  const types = options.types ?? sendTypes;
  return fc.oneof(...types.map((type) => messages[type]));
}

/** A valid body of `POST /{phone-number-id}/marketing_messages`. */
export function arbitraryMarketingMessage(
  options: ArbitrarySendOptions = {},
): fc.Arbitrary<MarketingMessageRequest> {
  const parts = fillOptions(options);
  return fc
    .record({
      to: parts.to,
      template: arbitraryTemplate(parts),
      product_policy: fc.constantFrom('CLOUD_API_FALLBACK' as const, 'STRICT' as const),
      message_activity_sharing: fc.boolean(),
    })
    .map((given) => ({ messaging_product: 'whatsapp', type: 'template', ...given }));
}

type Messages = {
  readonly [Type in SendMessageType]: fc.Arbitrary<Extract<SendMessageRequest, { readonly type: Type }>>;
};

/** The whole message by kind. The compiler names a kind that has none. */
function messagesOf(parts: SendParts): Messages {
  const person = toPerson(parts);
  const group = toGroup(parts);
  const quote = maybe(fc.record({ context: fc.record({ message_id: parts.messageId }) }));
  const free = fc
    .tuple(person, quote, directSend)
    .map(([to, context, direct]) => ({ ...to, ...context, ...direct }));
  const shared = fc.tuple(fc.oneof(person, group), quote).map(([to, context]) => ({ ...to, ...context }));
  const captioned = arbitraryCaptioned(parts);
  const interactive = fc.oneof(...Object.values(arbitraryInteractive(parts)));
  return {
    text: join(fc.oneof(free, shared), arbitraryText, (text) => ({ type: 'text', text })),
    image: join(shared, captioned, (image) => ({ type: 'image', image })),
    video: join(shared, captioned, (video) => ({ type: 'video', video })),
    audio: join(shared, arbitraryAudio(parts), (audio) => ({ type: 'audio', audio })),
    document: join(shared, arbitraryDocument(parts), (document) => ({ type: 'document', document })),
    sticker: join(shared, parts.media, (sticker) => ({ type: 'sticker', sticker })),
    location: join(free, arbitraryLocation, (location) => ({ type: 'location', location })),
    contacts: join(free, arbitraryContacts, (contacts) => ({ type: 'contacts', contacts })),
    interactive: join(free, interactive, (content) => ({ type: 'interactive', interactive: content })),
    reaction: join(person, arbitraryReaction(parts), (reaction) => ({ type: 'reaction', reaction })),
    template: join(shared, arbitraryTemplate(parts), (template) => ({ type: 'template', template })),
    pin: join(group, arbitraryPin(parts), (pin) => ({ type: 'pin', pin })),
  };
}

const sendTypes: readonly SendMessageType[] = [
  'text',
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'interactive',
  'reaction',
  'template',
  'pin',
];

function join<Envelope extends object, Content, const Message extends object>(
  envelope: fc.Arbitrary<Envelope>,
  content: fc.Arbitrary<Content>,
  toMessage: (content: Content) => Message,
): fc.Arbitrary<Envelope & Message> {
  return fc.tuple(envelope, content).map(([rest, given]) => ({ ...rest, ...toMessage(given) }));
}

const callbackData = maybe(fc.record({ biz_opaque_callback_data: identifier(messageLimits.callbackData) }));

function toPerson({ to }: SendParts) {
  const address = fc.oneof(
    to.map((phone) => ({ to: phone })),
    to.map((phone) => ({ to: phone, recipient_type: 'individual' as const })),
    fc.constant({ recipient: 'US.20481937560284417735' }),
  );
  return fc
    .tuple(address, callbackData)
    .map(([given, data]) => ({ messaging_product: 'whatsapp' as const, ...given, ...data }));
}

function toGroup({ groupId }: SendParts) {
  return groupId.map((to) => ({
    messaging_product: 'whatsapp' as const,
    recipient_type: 'group' as const,
    to,
  }));
}

const { min, max } = messageTtlSeconds.utility;
const directSend = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record({
      category: fc.constantFrom('utility' as const, 'service' as const),
      ttl_seconds: fc.integer({ min, max }),
    }),
  },
);
