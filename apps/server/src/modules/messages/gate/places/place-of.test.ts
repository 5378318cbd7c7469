import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, it, test } from 'vitest';
import { isInUnitedStates } from './north-american-area.ts';
import { northAmericanAreas } from './north-american-areas.ts';
import { placeOf } from './place-of.ts';
import { zonesByCountry } from './zones-by-country.ts';

const toPhone = (phone: string) => placeOf({ phone, userId: null });

describe('where somebody lives', () => {
  it.each([
    ['819012345678', 'JP', ['Asia/Tokyo']],
    ['12125550123', 'US', ['America/New_York']],
    ['13105550123', 'US', ['America/Los_Angeles']],
    ['18085550123', 'US', ['Pacific/Honolulu']],
    ['16045550123', 'CA', ['America/Vancouver']],
    ['442079460123', 'GB', ['Europe/London']],
    ['18765550123', 'JM', ['America/Jamaica']],
    ['18095550123', 'DO', ['America/Santo_Domingo']],
    ['17875550123', 'PR', ['America/Puerto_Rico']],
  ])('%s is in %s', (phone, country, zones) => {
    expect(toPhone(phone)).toEqual({ country, zones });
  });

  it('may be several zones', () => {
    expect(toPhone('551155550123').zones.length).toBeGreaterThan(1);
    expect(toPhone('18005550123').zones).toContain('America/Los_Angeles');
  });

  it('is told by a business-scoped user id where the number is hidden', () => {
    expect(placeOf({ phone: null, userId: 'JP.204819' })).toEqual({ country: 'JP', zones: ['Asia/Tokyo'] });
    expect(placeOf({ phone: null, userId: null }).zones).toEqual([]);
  });
});

test.each([
  ['12125550123', true],
  ['19075550123', true],
  ['14165550123', false],
  ['16045550123', false],
  ['18765550123', false],
  ['12425550123', false],
  ['17875550123', false],
  ['819012345678', false],
  ['1212555012', false],
])('%s is a number of the United States: %s', (phone, expected) => {
  expect(isInUnitedStates(phone)).toBe(expected);
});

test('every geographic area code that libphonenumber gives to the United States or Canada is listed, once', () => {
  // Toll-free, personal and machine numbers belong to no place.
  const nowhere = /^(5(00|2[1-9]|3[23]|44|66|77|88)|600|622|633|700|710|8(00|33|44|55|66|77|88)|900)$/;
  const listed = northAmericanAreas.flatMap(({ country, areas }) =>
    areas.split(/\s+/).map((area) => `${country} ${area}`),
  );
  expect(new Set(listed).size).toBe(listed.length);
  const codes = Array.from({ length: 800 }, (_, index) => String(index + 200));
  const known = codes.flatMap((code) => {
    const country = parsePhoneNumberFromString(`+1${code}2345678`)?.country;
    return (country === 'US' || country === 'CA') && !nowhere.test(code) ? [`${country} ${code}`] : [];
  });
  expect(listed.toSorted()).toEqual(expect.arrayContaining(known));
});

test('every zone is one that this machine knows', () => {
  const zones = [...Object.values(zonesByCountry), ...northAmericanAreas.map(({ zones }) => zones)].flat();
  for (const timeZone of new Set(zones)) {
    expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  }
});
