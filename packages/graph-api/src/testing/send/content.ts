import fc from 'fast-check';
import { messageLimits } from '../../requests/limits.ts';
import type { SendMessageRequestOf } from '../../requests/send-message.ts';
import type { SendParts } from './options.ts';
import { identifier, maybe, words } from './values.ts';

const caption = maybe(fc.record({ caption: words(messageLimits.caption) }));
const filename = maybe(fc.record({ filename: words(240) }));

export const arbitraryText: fc.Arbitrary<SendMessageRequestOf<'text'>['text']> = fc
  .tuple(words(messageLimits.textBody), maybe(fc.record({ preview_url: fc.boolean() })))
  .map(([body, preview]) => ({ body, ...preview }));

export function arbitraryCaptioned({ media }: SendParts) {
  return fc.tuple(media, caption).map(([source, text]) => ({ ...source, ...text }));
}

export function arbitraryDocument({ media }: SendParts) {
  return fc.tuple(media, caption, filename).map(([source, text, name]) => ({ ...source, ...text, ...name }));
}

export function arbitraryAudio({ media }: SendParts) {
  return fc
    .tuple(media, maybe(fc.record({ voice: fc.boolean() })))
    .map(([source, voice]) => ({ ...source, ...voice }));
}

export const arbitraryLocation: fc.Arbitrary<SendMessageRequestOf<'location'>['location']> = fc.record({
  latitude: fc.oneof(fc.integer({ min: -90, max: 90 }), fc.constant('38.8979')),
  longitude: fc.oneof(fc.integer({ min: -180, max: 180 }), fc.constant('-77.0365')),
  name: words(100),
  address: words(100),
});

export const arbitraryContacts: fc.Arbitrary<SendMessageRequestOf<'contacts'>['contacts']> = fc.array(
  fc.record({
    name: fc.record({ formatted_name: words(100), first_name: words(40) }),
    phones: fc.array(fc.record({ phone: fc.constant('+12025550188'), type: fc.constant('CELL') }), {
      maxLength: 2,
    }),
    org: fc.record({ company: words(40) }),
  }),
  { minLength: 1, maxLength: 3 },
);

export function arbitraryReaction({ messageId }: SendParts) {
  return fc.record({ message_id: messageId, emoji: fc.constantFrom('👍', '❤️', '🇯🇵', '👩‍🚀', '') });
}

export function arbitraryPin({ messageId }: SendParts): fc.Arbitrary<SendMessageRequestOf<'pin'>['pin']> {
  return fc.oneof(
    fc.record({
      type: fc.constant('pin' as const),
      message_id: messageId,
      expiration_days: fc.integer({ min: 1, max: messageLimits.pinDays }),
    }),
    fc.record({ type: fc.constant('unpin' as const), message_id: messageId }),
  );
}

/** A reference of an order or a product's number. */
export const retailerId = identifier(20);
