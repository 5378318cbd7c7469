import type { OutboundMessage } from '../messages/messages.ts';
import { findCountry } from '../places/find-country.ts';
import { dayIn } from '../places/time-zone.ts';
import type { World } from '../world.ts';
import { cardOn, marketOf, type RatedCategory } from './rate-card.ts';

/** What Meta asks for one message. */
export interface Price {
  readonly amountMicros: number;
  readonly currency: string;
  readonly country: string | undefined;
  readonly market: string;
}

type PricedMessage = Pick<OutboundMessage, 'pricing' | 'waId' | 'phoneNumberId' | 'at'>;

/**
 * The list price of one message that was delivered, in millionths: by market of the recipient's number, category and
 * the day in the WABA's time zone. Volume tiers are not in it (Meta publishes no full table), nor other currencies
 * (each has a card of its own, never a conversion): the amount is always in the card's currency, US dollars.
 * Undefined when no card gives a price, as before July 2025.
 */
export function priceOf(world: World, message: PricedMessage): Price | undefined {
  const wabaId = world.phoneNumbers.get(message.phoneNumberId)?.wabaId ?? '';
  const card = cardOn(dayIn(world.wabas.get(wabaId)?.timezoneId ?? 'UTC', message.at));
  if (!card) return undefined;
  const country = findCountry(message.waId);
  const market = marketOf(card, country);
  const { billable, category } = message.pricing;
  const rated = ratedCategories[category];
  const amountMicros = billable && rated ? card.markets[market]?.rates[rated] : 0;
  return amountMicros === undefined ? undefined : { amountMicros, currency: card.currency, country, market };
}

/** Which rate each category of `pricing` is charged at. */
const ratedCategories: Readonly<Record<string, RatedCategory>> = {
  marketing: 'marketing',
  marketing_lite: 'marketing',
  utility: 'utility',
  authentication: 'authentication',
  'authentication-international': 'authentication_international',
  service: 'service',
  group_marketing: 'marketing',
  group_utility: 'utility',
  group_service: 'service',
};
