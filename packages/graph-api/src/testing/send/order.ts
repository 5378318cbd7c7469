import fc from 'fast-check';
import { messageLimits } from '../../requests/limits.ts';
import { retailerId } from './content.ts';
import { identifier, words } from './values.ts';

const price = fc.integer({ min: 1, max: 100_000 });

function inHundredths(value: number) {
  return { value, offset: 100 as const };
}

/** A bill whose sums are right. */
export const arbitraryOrderDetails = fc
  .record({
    reference: identifier(20),
    items: fc.array(
      fc.record({
        retailer_id: retailerId,
        name: words(messageLimits.orderItemName),
        price,
        quantity: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
    tax: fc.integer({ min: 0, max: 1000 }),
    shipping: fc.integer({ min: 0, max: 1000 }),
  })
  .map(({ reference, items, tax, shipping }) => {
    const subtotal = items.reduce((sum, item) => sum + item.price * item.quantity, 0);
    return {
      reference_id: reference,
      type: 'physical-goods' as const,
      currency: 'INR' as const,
      total_amount: inHundredths(subtotal + tax + shipping),
      payment_settings: [
        {
          type: 'payment_gateway' as const,
          payment_gateway: { type: 'razorpay' as const, configuration_name: 'studio-upi' },
        },
      ],
      order: {
        status: 'pending' as const,
        items: items.map(({ price: each, ...item }) => ({ ...item, amount: inHundredths(each) })),
        subtotal: inHundredths(subtotal),
        tax: inHundredths(tax),
        shipping: inHundredths(shipping),
      },
    };
  });
