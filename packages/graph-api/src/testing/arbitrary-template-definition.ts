import fc from 'fast-check';
import { messageTtlSeconds } from '../requests/limits.ts';
import type { TemplateCategory, TemplateDefinition } from '../templates/definition.ts';
import { templateLimits } from '../templates/limits.ts';
import { identifier, maybe, webAddress, words } from './send/values.ts';

type Of<Category extends TemplateCategory> = Extract<TemplateDefinition, { readonly category: Category }>;
type Utility = Of<'UTILITY'>['components'];
type Marketing = Of<'MARKETING'>['components'];
type Authentication = Of<'AUTHENTICATION'>['components'];

export interface ArbitraryTemplateOptions {
  /** Names to choose from, when they must not collide with what exists. */
  readonly name?: fc.Arbitrary<string>;
  readonly categories?: readonly TemplateCategory[];
}

/** A valid body of `POST /{waba-id}/message_templates`, of every category. */
export function arbitraryTemplateDefinition(
  options: ArbitraryTemplateOptions = {},
): fc.Arbitrary<TemplateDefinition> {
  const name = options.name ?? fc.stringMatching(/^[a-z][a-z0-9_]{0,30}$/);
  const identity = fc.record({ name, language: fc.constantFrom('en', 'en_US', 'ja', 'pt_BR') });
  const categories = options.categories ?? (['UTILITY', 'MARKETING', 'AUTHENTICATION'] as const);
  const byCategory: { readonly [Each in TemplateCategory]: fc.Arbitrary<Of<Each>> } = {
    UTILITY: fc
      .tuple(identity, life(messageTtlSeconds.utility), utility)
      .map(([id, ttl, components]) => ({ ...id, ...ttl, category: 'UTILITY', components })),
    MARKETING: fc
      .tuple(identity, life(messageTtlSeconds.marketing), marketing)
      .map(([id, ttl, components]) => ({ ...id, ...ttl, category: 'MARKETING', components })),
    AUTHENTICATION: fc
      .tuple(identity, life(messageTtlSeconds.authentication), authentication)
      .map(([id, ttl, components]) => ({ ...id, ...ttl, category: 'AUTHENTICATION', components })),
  };
  return fc.oneof(...categories.map((category) => byCategory[category]));
}

function life({ min, max }: { readonly min: number; readonly max: number }) {
  return maybe(fc.record({ message_send_ttl_seconds: fc.integer({ min, max }) }));
}

/** Text with up to three numbered variables, each among enough words, and their examples. */
const body = fc.array(identifier(12), { maxLength: 3 }).map((examples) => ({
  type: 'BODY' as const,
  text: `Hello dear customer${examples.map((_, index) => ` we tell you {{${index + 1}}} about that`).join('')}.`,
  ...(examples.length === 0 ? {} : { example: { body_text: [examples] } }),
}));

const picture = {
  type: 'HEADER' as const,
  format: 'IMAGE' as const,
  example: { header_handle: ['4:aW1hZ2UvanBlZw=='] },
};

const header = fc.oneof(
  words(templateLimits.headerText).map((text) => ({
    type: 'HEADER' as const,
    format: 'TEXT' as const,
    text,
  })),
  identifier(10).map((example) => ({
    type: 'HEADER' as const,
    format: 'TEXT' as const,
    text: 'Order {{1}}',
    example: { header_text: [example] },
  })),
  fc.constant(picture),
  fc.constant({ type: 'HEADER' as const, format: 'LOCATION' as const }),
);

const label = words(templateLimits.buttonText);
const quickReply = label.map((text) => ({ type: 'QUICK_REPLY' as const, text }));
const link = fc.tuple(label, webAddress).map(([text, url]) => ({ type: 'URL' as const, text, url }));
const phone = label.map((text) => ({ type: 'PHONE_NUMBER' as const, text, phone_number: '+12025550143' }));
const copyCode = identifier(templateLimits.couponCode).map((example) => ({
  type: 'COPY_CODE' as const,
  example,
}));

/** Quick replies together, then the others. */
const mixedButtons = fc
  .tuple(
    fc.array(quickReply, { minLength: 1, maxLength: 3 }),
    fc.array(link, { maxLength: 2 }),
    fc.array(phone, { maxLength: 1 }),
  )
  .map((groups) => ({ type: 'BUTTONS' as const, buttons: groups.flat() }));

const footer = words(templateLimits.footerText).map((text) => ({ type: 'FOOTER' as const, text }));

function optional<Component>(component: fc.Arbitrary<Component>): fc.Arbitrary<Component[]> {
  return fc.array(component, { maxLength: 1 });
}

const utility: fc.Arbitrary<Utility> = fc
  .tuple(optional(header), body, optional(footer), optional(mixedButtons))
  .map(([above, text, below, buttons]) => [...above, text, ...below, ...buttons]);

const limitedTimeOffer: fc.Arbitrary<Marketing> = fc
  .tuple(body, words(templateLimits.offerText), copyCode, link)
  .map(([text, offer, code, address]) => [
    picture,
    { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: offer, has_expiration: true } },
    text,
    { type: 'BUTTONS', buttons: [code, address] },
  ]);

const carousel: fc.Arbitrary<Marketing> = fc
  .tuple(body, fc.array(link, { minLength: templateLimits.cardsMin, maxLength: 4 }))
  .map(([text, links]) => [
    text,
    {
      type: 'CAROUSEL',
      cards: links.map((each) => ({ components: [picture, { type: 'BUTTONS', buttons: [each] }] })),
    },
  ]);

const catalog: fc.Arbitrary<Marketing> = body.map((text) => [
  text,
  { type: 'BUTTONS', buttons: [{ type: 'CATALOG', text: 'View catalog' }] },
]);

const marketing: fc.Arbitrary<Marketing> = fc.oneof(utility, limitedTimeOffer, carousel, catalog);

const supportedApps = [{ package_name: 'com.example.studio', signature_hash: 'K8a/AINcGX7' }];
const authentication: fc.Arbitrary<Authentication> = fc
  .record({
    security: fc.boolean(),
    minutes: fc.integer({ min: 1, max: templateLimits.codeExpirationMinutes }),
    button: fc.oneof(
      fc.constant({ type: 'OTP' as const, otp_type: 'COPY_CODE' as const }),
      fc.constant({ type: 'OTP' as const, otp_type: 'ONE_TAP' as const, supported_apps: supportedApps }),
    ),
  })
  .map(({ security, minutes, button }) => [
    { type: 'BODY', add_security_recommendation: security },
    { type: 'FOOTER', code_expiration_minutes: minutes },
    { type: 'BUTTONS', buttons: [button] },
  ]);
