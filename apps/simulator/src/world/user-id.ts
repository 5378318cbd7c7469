import { createHash } from 'node:crypto';
import type { Customer, PhoneNumber } from './entities.ts';
import { findCountry } from './places/find-country.ts';
import type { World } from './world.ts';

/**
 * A customer's business-scoped user id as a number's portfolio sees it. The id the world was given is the one of
 * its first portfolio; every other portfolio sees another id, stable for the pair.
 */
export function userIdIn(world: World, customer: Customer, phoneNumber: PhoneNumber): string {
  const portfolioId = world.wabas.get(phoneNumber.wabaId)?.portfolioId ?? '';
  const first = world.portfolios.keys().next().value;
  if (first === undefined || first === portfolioId) return customer.userId;
  const digest = createHash('sha256').update(`${portfolioId}/${customer.userId}`).digest();
  return `${customer.userId.slice(0, 2)}.${digest.readBigUInt64BE()}`;
}

/** The customer behind a business-scoped user id of this number's portfolio. */
export function findByUserId(world: World, userId: string, phoneNumber: PhoneNumber): Customer | undefined {
  for (const customer of world.customers.values()) {
    if (userIdIn(world, customer, phoneNumber) === userId) return customer;
  }
  return undefined;
}

/** The country part of a new user id; codes nobody has count as US. */
export function countryOf(waId: string): string {
  return findCountry(waId) ?? 'US';
}
