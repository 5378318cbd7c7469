import { z } from 'zod';
import { messageLimits } from '../../limits.ts';
import { boundedText, wholeNumber } from '../../values.ts';
import { amount } from './amount.ts';

const description = boundedText(messageLimits.orderDescription).optional();
const postalAddress = z.strictObject({
  address_line1: boundedText(200),
  address_line2: boundedText(200).optional(),
  city: boundedText(200),
  zone_code: boundedText(20).optional(),
  postal_code: boundedText(20),
  country_code: boundedText(20),
});

const item = z.strictObject({
  retailer_id: boundedText(200),
  name: boundedText(messageLimits.orderItemName),
  amount,
  /** The reduced price, which then counts. */
  sale_amount: amount.optional(),
  quantity: wholeNumber(1, 1_000_000),
  country_of_origin: boundedText(100).optional(),
  importer_name: boundedText(200).optional(),
  importer_address: postalAddress.optional(),
});

export const order = z
  .strictObject({
    status: z.literal('pending'),
    catalog_id: boundedText(64).optional(),
    type: boundedText(20).optional(),
    items: z.array(item).min(1),
    subtotal: amount,
    tax: amount.extend({ description }),
    shipping: amount.extend({ description }).optional(),
    discount: amount.extend({ description, discount_program_name: description }).optional(),
    /** Unix seconds as a string, at least 300 s ahead. */
    expiration: z
      .strictObject({
        timestamp: z.string().regex(/^\d{10}$/, { error: 'must be Unix seconds as a string' }),
        description: boundedText(messageLimits.orderExpirationDescription),
      })
      .optional(),
  })
  .superRefine(checkSubtotal);

export type Order = z.infer<typeof order>;

/** What the customer pays: subtotal and tax and shipping less discount. */
export function totalOf({ subtotal, tax, shipping, discount }: Order): number {
  return subtotal.value + tax.value + (shipping?.value ?? 0) - (discount?.value ?? 0);
}

interface Priced {
  readonly items: readonly {
    readonly amount: { readonly value: number };
    readonly sale_amount?: { readonly value: number } | undefined;
    readonly quantity: number;
  }[];
  readonly subtotal: { readonly value: number };
}

function checkSubtotal({ items, subtotal }: Priced, context: z.RefinementCtx): void {
  const sum = items.reduce(
    (total, each) => total + (each.sale_amount ?? each.amount).value * each.quantity,
    0,
  );
  if (sum === subtotal.value) return;
  const message = `must be the sum of the items, ${sum}, is ${subtotal.value}`;
  context.addIssue({ code: 'custom', path: ['subtotal', 'value'], message });
}
