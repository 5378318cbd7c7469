import { isFreeEntryOpen, isServiceWindowOpen, type WindowState } from '../limits/window.ts';
import type { Pricing } from '../messages/messages.ts';
import type { Settings } from '../settings.ts';

const perMessagePricingFrom = Date.UTC(2025, 6, 1);
const chargedServiceFrom = Date.UTC(2026, 9, 1);

export interface PricingQuestion {
  /** `service` for everything that is not a template, else the template's category in lower case. */
  readonly category: string;
  readonly window: WindowState;
  readonly at: number;
  /** Free-form messages of this number already counted in this month. */
  readonly serviceCount: number;
  readonly settings: Pick<Settings, 'freeServiceMessages' | 'freeQuotaPricingType'>;
  /** Groups have categories of their own, and in an open window every category is free. */
  readonly isGroup?: boolean;
}

/** The `pricing` object of a message by the date of the world (Meta: pricing page, 2026-09-30). */
export function priceMessage(question: PricingQuestion): Pricing {
  const { window, at } = question;
  if (at < perMessagePricingFrom) return priceConversation(question);
  if (isFreeEntryOpen(window, at)) {
    return {
      billable: false,
      pricing_model: 'PMP',
      type: 'free_entry_point',
      category: 'referral_conversion',
    };
  }
  return question.isGroup ? priceInGroup(question) : priceByCategory(question);
}

/** Before July 2025 conversations were charged; those of a free entry point and, since 2024-11, service were free. */
function priceConversation({ category, window, at }: PricingQuestion): Pricing {
  if (isFreeEntryOpen(window, at)) {
    return { billable: false, pricing_model: 'CBP', category: 'referral_conversion' };
  }
  return { billable: category !== 'service', pricing_model: 'CBP', category };
}

function priceByCategory({ category, window, at, serviceCount, settings }: PricingQuestion): Pricing {
  const charged = { billable: true, pricing_model: 'PMP', type: 'regular', category } as const;
  const free = { ...charged, billable: false, type: 'free_customer_service' } as const;
  if (at < chargedServiceFrom) {
    const isFree = category === 'service' || (category === 'utility' && isServiceWindowOpen(window, at));
    return isFree ? free : charged;
  }
  const isInQuota = category === 'service' && serviceCount < settings.freeServiceMessages;
  return isInQuota ? { ...free, type: settings.freeQuotaPricingType } : charged;
}

/** Meta's page on prices of groups (2025-10-22); what the change of October 2026 means for them is not known. */
function priceInGroup({ category, window, at }: PricingQuestion): Pricing {
  const priced = { pricing_model: 'PMP', category: `group_${category}` } as const;
  return isServiceWindowOpen(window, at)
    ? { ...priced, billable: false, type: 'free_group_customer_service' }
    : { ...priced, billable: true, type: 'regular' };
}
