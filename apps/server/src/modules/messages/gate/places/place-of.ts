import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { findNorthAmericanArea, zonesOfUnknownArea } from './north-american-area.ts';
import { zonesByCountry } from './zones-by-country.ts';

/** Where somebody lives, as far as their number or id tells: several zones where it may be any of them. */
export interface Place {
  /** ISO 3166. */
  readonly country: string | undefined;
  /** IANA names; empty: nobody knows. */
  readonly zones: readonly string[];
}

/** Pure. Numbers in digits with country code; business-scoped user ids begin with a country. */
export function placeOf({
  phone,
  userId,
}: {
  readonly phone: string | null;
  readonly userId: string | null;
}): Place {
  if (phone !== null) {
    const area = findNorthAmericanArea(phone);
    if (area) return area;
    const country = parsePhoneNumberFromString(`+${phone}`)?.country;
    if (country === 'US' || country === 'CA') return { country, zones: zonesOfUnknownArea };
    return { country, zones: zonesByCountry[country ?? ''] ?? [] };
  }
  const country = userId?.slice(0, 2).toUpperCase();
  return { country, zones: zonesByCountry[country ?? ''] ?? [] };
}
