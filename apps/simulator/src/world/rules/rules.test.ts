import { describe, expect, test } from 'vitest';
import type { Customer, PhoneNumber, Template, Waba } from '../entities.ts';
import { mergeSettings, type SettingsChange } from '../settings.ts';
import { createWorld, type World } from '../world.ts';
import { findFailure } from './failures.ts';
import { findRefusal } from './refusals.ts';
import { askAbout, type SendQuestion } from './send-question.ts';

const now = Date.UTC(2026, 10, 22, 12);
const hourMs = 60 * 60 * 1000;
const waId = '819012345678';

interface Case {
  readonly phoneNumber?: Partial<PhoneNumber>;
  readonly waba?: Partial<Waba>;
  readonly customer?: Partial<Customer>;
  readonly settings?: SettingsChange;
  /** Category of the template; a text without. */
  readonly template?: string;
  readonly templateName?: string;
  readonly isWindowOpen?: boolean;
  readonly world?: (world: World) => void;
  readonly question?: Partial<SendQuestion>;
}

function ask(given: Case): SendQuestion {
  const world = createWorld();
  const phoneNumber: PhoneNumber = {
    id: '40001',
    wabaId: '39001',
    displayPhoneNumber: '+81 3-5550-0100',
    digits: '81355500100',
    verifiedName: 'Tea',
    qualityRating: 'GREEN',
    nameStatus: 'APPROVED',
    codeVerificationStatus: 'VERIFIED',
    status: 'CONNECTED',
    throughputLevel: 'STANDARD',
    accountMode: 'LIVE',
    registered: true,
    onBusinessApp: false,
    lastOnboardedAt: 0,
    ...given.phoneNumber,
  };
  const waba: Waba = {
    id: '39001',
    portfolioId: '66001',
    name: 'Tea',
    currency: 'USD',
    country: 'JP',
    timezoneId: '1',
    ...given.waba,
  };
  const customer: Customer = {
    waId,
    name: 'Hana',
    userId: 'JP.1',
    phoneHidden: false,
    online: true,
    undeliverable: false,
    blocked: false,
    readReceipts: true,
    ...given.customer,
  };
  world.settings = mergeSettings(world.settings, given.settings ?? {});
  world.wabas.set(waba.id, waba);
  world.portfolios.set('66001', {
    id: '66001',
    name: 'Tea',
    verificationStatus: 'verified',
    messagingLimit: 'TIER_250',
  });
  given.world?.(world);
  const template: Template | undefined = given.template
    ? {
        id: '72001',
        wabaId: waba.id,
        name: given.templateName ?? 'news',
        language: 'en',
        category: given.template,
        status: 'APPROVED',
        parameterFormat: 'POSITIONAL',
        components: [],
      }
    : undefined;
  return askAbout(world, now, {
    phoneNumber,
    recipient: {
      waId: customer.waId,
      customer,
      addressedAs: 'phone',
      isOnWhatsApp: !customer.undeliverable,
    },
    message: { type: template ? 'template' : 'text' },
    ...(template ? { template } : {}),
    isWindowOpen: given.isWindowOpen ?? false,
    ...given.question,
  });
}

const refusal = (given: Case) => findRefusal(ask(given))?.code;
const failure = (given: Case, billable = true) =>
  findFailure({
    ...ask(given),
    pricing: { billable, pricing_model: 'PMP', type: 'regular', category: 'service' },
  });

describe('what is refused at once', () => {
  const restriction = (type: string, expiresAt?: number) => ({
    waba: { restrictions: [{ type, expiresAt }] },
  });

  test.each<[string, Case, number | undefined]>([
    ['an ordinary template', { template: 'UTILITY' }, undefined],
    ['an unregistered number', { phoneNumber: { registered: false } }, 133010],
    ['a banned account', { waba: { isDisabled: true } }, 131031],
    ['a banned number', { phoneNumber: { status: 'BANNED' } }, 131031],
    ['a number in maintenance', { phoneNumber: { maintenanceUntil: now + 1 } }, 131057],
    ['after maintenance', { phoneNumber: { maintenanceUntil: now } }, undefined],
    [
      'a start while starts are forbidden',
      { template: 'UTILITY', ...restriction('RESTRICTED_BIZ_INITIATED_MESSAGING') },
      368,
    ],
    [
      'an answer while starts are forbidden',
      { isWindowOpen: true, ...restriction('RESTRICTED_BIZ_INITIATED_MESSAGING') },
      undefined,
    ],
    [
      'after the restriction',
      { template: 'UTILITY', ...restriction('RESTRICTED_BIZ_INITIATED_MESSAGING', now) },
      undefined,
    ],
    [
      'an answer while answers are forbidden',
      { isWindowOpen: true, ...restriction('RESTRICTED_CUSTOMER_INITIATED_MESSAGING') },
      368,
    ],
    [
      'a utility template after misuse of the category',
      { template: 'UTILITY', ...restriction('RESTRICTED_UTILITY_TEMPLATES') },
      131064,
    ],
    [
      'Direct Send after misuse',
      {
        question: { isDirectSend: true, category: 'utility' },
        ...restriction('RESTRICTED_DIRECT_SEND_UTILITY_TEMPLATES'),
      },
      131064,
    ],
    [
      'a +1 555 number without an approved name',
      { phoneNumber: { digits: '15550100200', nameStatus: 'PENDING_REVIEW' } },
      131037,
    ],
    ['a test number to somebody not listed', { phoneNumber: { testRecipients: ['447700900123'] } }, 131030],
    ['a test number to somebody listed', { phoneNumber: { testRecipients: [waId] } }, undefined],
    ['hello_world from a real number', { template: 'UTILITY', templateName: 'hello_world' }, 131058],
    [
      'hello_world from a test number',
      { template: 'UTILITY', templateName: 'hello_world', phoneNumber: { testRecipients: [waId] } },
      undefined,
    ],
    ['somebody in Cuba', { customer: { waId: '5351234567' } }, 130497],
    ['a country this account may not message', { waba: { blockedCountries: ['JP'] } }, 130497],
    [
      'a start of a restricted number',
      { template: 'UTILITY', phoneNumber: { status: 'RESTRICTED' } },
      131048,
    ],
    [
      'an answer of a restricted number',
      { isWindowOpen: true, phoneNumber: { status: 'RESTRICTED' } },
      undefined,
    ],
    [
      'marketing where it is switched off',
      { template: 'MARKETING', waba: { isMarketingOffOnCloudApi: true } },
      131063,
    ],
    [
      'marketing by its own API',
      {
        template: 'MARKETING',
        waba: { isMarketingOffOnCloudApi: true },
        question: { isMarketingMessage: true },
      },
      undefined,
    ],
    [
      'the identity that was asked for',
      {
        customer: { identityKeyHash: 'same' },
        question: { message: { type: 'text', recipient_identity_key_hash: 'same' } },
      },
      undefined,
    ],
    [
      'another identity than the one asked for',
      {
        customer: { identityKeyHash: 'new' },
        question: { message: { type: 'text', recipient_identity_key_hash: 'old' } },
      },
      137000,
    ],
  ])('%s', (_name, given, code) => expect(refusal(given)).toBe(code));
});

describe('what fails later, by webhook', () => {
  const stop = (world: World) =>
    world.choices.set(`40001/${waId}`, { blocked: false, marketingStopped: true });
  const american = { customer: { waId: '12025550177' } };

  test.each<[string, Case, number | undefined]>([
    ['a template outside the window', { template: 'UTILITY' }, undefined],
    ['a text outside the window', {}, 131047],
    ['a text inside the window', { isWindowOpen: true }, undefined],
    ['Direct Send outside the window', { question: { isDirectSend: true } }, undefined],
    ['nobody on WhatsApp', { customer: { undeliverable: true } }, 131026],
    ['a person who always fails', { customer: { failCode: 130472 } }, 130472],
    ['a charge without a payment method', { template: 'UTILITY', waba: { isPaymentMissing: true } }, 131042],
    ['marketing after an opt-out', { template: 'MARKETING', world: stop }, 131050],
    ['utility after an opt-out', { template: 'UTILITY', world: stop }, undefined],
    [
      'marketing to the control group',
      { template: 'MARKETING', settings: { marketing: { experimentShare: 1 } } },
      130472,
    ],
    [
      'utility to the control group',
      { template: 'UTILITY', settings: { marketing: { experimentShare: 1 } } },
      undefined,
    ],
    ['marketing to the United States', { template: 'MARKETING', ...american }, 131049],
    ['marketing to Canada', { template: 'MARKETING', customer: { waId: '14165550177' } }, undefined],
    ['utility to the United States', { template: 'UTILITY', ...american }, undefined],
    [
      'marketing to the United States, once the pause ends',
      { template: 'MARKETING', ...american, settings: { marketing: { usPaused: false } } },
      undefined,
    ],
    [
      'marketing before the pause',
      { template: 'MARKETING', ...american, question: { at: Date.UTC(2025, 2, 31) } },
      undefined,
    ],
  ])('%s', (_name, given, code) => expect(failure(given)).toBe(code));

  test('without a payment method what is free still goes out', () => {
    expect(failure({ isWindowOpen: true, waba: { isPaymentMissing: true } }, false)).toBeUndefined();
  });

  describe('the personal limit of marketing', () => {
    const settings = { marketing: { perUserLimit: 2 } };
    const received =
      (who: string, ...agoHours: number[]) =>
      (world: World) =>
        world.marketingTimes.set(
          who,
          agoHours.map((hours) => now - hours * hourMs),
        );
    const brazilian = { customer: { waId: '5511987654321' }, template: 'MARKETING', settings };

    test.each<[string, Case, number | undefined]>([
      ['one so far', { ...brazilian, world: received('5511987654321', 1) }, undefined],
      ['two so far', { ...brazilian, world: received('5511987654321', 23, 1) }, 131049],
      ['one of them long ago', { ...brazilian, world: received('5511987654321', 25, 1) }, undefined],
      [
        'in an open window',
        { ...brazilian, world: received('5511987654321', 2, 1), isWindowOpen: true },
        undefined,
      ],
      ['in Japan there is none', { template: 'MARKETING', settings, world: received(waId, 2, 1) }, undefined],
    ])('%s', (_name, given, code) => expect(failure(given)).toBe(code));
  });

  describe("the portfolio's limit", () => {
    const started = (count: number, agoHours: number) => (world: World) => {
      const users = Array.from(
        { length: count },
        (_, index) => [`8190${index}`, now - agoHours * hourMs] as const,
      );
      world.startedUsers.set('66001', new Map(users));
    };

    test.each<[string, Case, number | undefined]>([
      ['249 users today', { template: 'UTILITY', world: started(249, 1) }, undefined],
      ['250 users today', { template: 'UTILITY', world: started(250, 1) }, 131048],
      ['250 users yesterday', { template: 'UTILITY', world: started(250, 24) }, undefined],
      ['an answer', { isWindowOpen: true, world: started(250, 1) }, undefined],
    ])('%s', (_name, given, code) => expect(failure(given)).toBe(code));
  });
});
