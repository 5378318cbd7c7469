import { randomUUID } from 'node:crypto';
import type { ContentOf } from '@renkei/contract';

type Order = ContentOf<'payment_request'>['order'];

const order = {
  goods: 'physical',
  items: [
    { productId: 'mug-01', name: 'Blue mug', quantity: 2, unitAmountMicros: 424_500_000 },
    {
      productId: 'bowl-02',
      name: 'Bowl',
      quantity: 1,
      unitAmountMicros: 300_000_000,
      saleAmountMicros: 250_000_000,
    },
  ],
  tax: { amountMicros: 10_000_000, description: 'incl.' },
  shipping: { amountMicros: 50_000_000 },
  discount: { amountMicros: 20_000_000, description: 'Autumn' },
} as const;
/** Paid through a gateway, within a day. */
export const indianOrder = (): Order => ({
  ...order,
  items: [...order.items],
  referenceId: `ord-${randomUUID().slice(0, 8)}`,
  currency: 'INR',
  expires: { at: new Date(Date.now() + 86_400_000).toISOString(), description: 'Valid for a day' },
  payments: [{ type: 'payment_gateway', gateway: 'razorpay', configurationName: 'studio-upi' }],
});
/** With every way to pay that Brazil has. */
export const brazilianOrder = (): Order => ({
  ...order,
  items: [...order.items],
  goods: 'digital',
  referenceId: `ord-${randomUUID().slice(0, 8)}`,
  currency: 'BRL',
  payments: [
    {
      type: 'pix_dynamic_code',
      code: '0002',
      merchantName: 'Studio',
      key: 'a@example.com',
      keyType: 'EMAIL',
    },
    { type: 'payment_link', url: 'https://pay.example.com/1' },
    { type: 'boleto', digitableLine: '34191.79001' },
    { type: 'offsite_card_pay', lastFourDigits: '4242', credentialId: 'card-1' },
  ],
});
