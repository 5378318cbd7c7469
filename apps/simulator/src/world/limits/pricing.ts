import type { Pricing } from '../messages/messages.ts';
import { isFreeEntryOpen, isServiceWindowOpen, type WindowState } from './window.ts';

const perMessagePricingFrom = Date.UTC(2025, 6, 1);
const chargedServiceFrom = Date.UTC(2026, 9, 1);

export interface PricingQuestion {
  /** `service` for everything that is not a template, else the template's category in lower case. */
  readonly category: string;
  readonly window: WindowState;
  readonly at: number;
  /** Free-form messages of this number already counted in this month. */
  readonly serviceCount: number;
  readonly freeServiceMessages: number;
}

/**
 * The `pricing` object of a message by the date of the world (Meta: pricing page, 2026-09-30). What type a free
 * service message shows since 2026-10-01 is not documented; `free_customer_service` is assumed.
 */
export function priceMessage(question: PricingQuestion): Pricing {
  const { category, window, at } = question;
  const charged = { billable: true, pricing_model: 'PMP', type: 'regular', category } as const;
  const free = { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category } as const;
  if (at < perMessagePricingFrom) {
    return { billable: category !== 'service', pricing_model: 'CBP', category };
  }
  if (isFreeEntryOpen(window, at)) {
    return {
      billable: false,
      pricing_model: 'PMP',
      type: 'free_entry_point',
      category: 'referral_conversion',
    };
  }
  if (category === 'service') {
    return at < chargedServiceFrom || question.serviceCount < question.freeServiceMessages ? free : charged;
  }
  if (category === 'utility' && at < chargedServiceFrom && isServiceWindowOpen(window, at)) return free;
  return charged;
}

/** The key under which free service messages are counted: number and calendar month (UTC). */
export function serviceCountKey(phoneNumberId: string, at: number): string {
  return `${phoneNumberId}/${new Date(at).toISOString().slice(0, 7)}`;
}
