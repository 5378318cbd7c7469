import { describe, expect, test } from 'vitest';
import type { Pricing } from '../messages/messages.ts';
import { createWorld } from '../world.ts';
import { isInternationalCode } from './international-codes.ts';
import { priceOf } from './price-of.ts';

const world = createWorld();
world.wabas.set('39001', {
  id: '39001',
  portfolioId: '66001',
  name: 'Tea',
  currency: 'USD',
  country: 'JP',
  timezoneId: 'Asia/Tokyo',
});
world.phoneNumbers.set('40001', {
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
});

const price = (waId: string, category: string, at: number, billable = true) => {
  const pricing: Pricing = { billable, pricing_model: 'PMP', type: 'regular', category };
  return priceOf(world, { waId, phoneNumberId: '40001', at, pricing });
};
const november2026 = Date.UTC(2026, 10, 22);

describe('the price of a delivered message', () => {
  test.each([
    ['marketing to Germany', '4915112345678', 'marketing', 'Germany', 136_500],
    ['utility to India', '919812345678', 'utility', 'India', 1_400],
    ['a service message to Brazil', '5511987654321', 'service', 'Brazil', 6_800],
    ['a code to Japan', '819012345678', 'authentication', 'Rest of Asia Pacific', 11_300],
    ['marketing to Canada', '14165550177', 'marketing', 'North America', 25_000],
    [
      'marketing to the Dominican Republic, also +1',
      '18095550177',
      'marketing',
      'Rest of Latin America',
      74_000,
    ],
    ['marketing to Kazakhstan, also +7', '77015550177', 'marketing', 'Kazakhstan', 60_400],
    ['marketing to South Korea, which is in no market', '821012345678', 'marketing', 'Other', 60_400],
    ['a marketing message of the other API', '919812345678', 'marketing_lite', 'India', 11_800],
  ])('%s', (_name, waId, category, market, amountMicros) => {
    expect(price(waId, category, november2026)).toMatchObject({ market, amountMicros, currency: 'USD' });
  });

  test('is nothing when the message is free', () => {
    expect(price('4915112345678', 'service', november2026, false)?.amountMicros).toBe(0);
  });

  test("changes at midnight in the WABA's time zone", () => {
    const midnightInTokyo = Date.UTC(2026, 8, 30, 15);
    expect(price('971501234567', 'marketing', midnightInTokyo - 1)?.amountMicros).toBe(49_900);
    expect(price('971501234567', 'marketing', midnightInTokyo)?.amountMicros).toBe(57_600);
  });

  test('is unknown before prices were per message', () => {
    expect(price('4915112345678', 'marketing', Date.UTC(2025, 5, 1))).toBeUndefined();
  });
});

describe('codes to other countries', () => {
  const waba = { hasInternationalCodeRates: true, country: 'JP' };
  const ask = (more: object = {}) =>
    isInternationalCode({ category: 'authentication', country: 'IN', waba, at: november2026, ...more });

  test.each<[string, object, boolean]>([
    ['to a country with such a rate', {}, true],
    ['to a country without', { country: 'DE' }, false],
    ['of an account Meta has not told', { waba: { country: 'JP' } }, false],
    ['of a business of that country', { waba: { ...waba, country: 'IN' } }, false],
    ['to a country that got one in October 2026', { country: 'UA' }, true],
    ['to that country before', { country: 'UA', at: Date.UTC(2026, 8, 30) }, false],
    ['that are no codes', { category: 'utility' }, false],
  ])('%s', (_name, more, expected) => expect(ask(more)).toBe(expected));

  test('have a rate of their own', () => {
    expect(price('919812345678', 'authentication-international', november2026)?.amountMicros).toBe(30_400);
  });
});
