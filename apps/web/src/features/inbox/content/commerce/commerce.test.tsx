// @vitest-environment happy-dom
import type { ContentOf } from '@renkei/contract';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderContent } from '../../testing/render-content.tsx';

afterEach(cleanup);

const yen = (amount: number) => ({ currency: 'JPY', amountMicros: amount * 1_000_000 });

const invoice: ContentOf<'payment_request'>['order'] = {
  referenceId: 'ORD-77',
  goods: 'physical',
  currency: 'INR',
  items: [
    {
      productId: 'CUP',
      name: 'Cup',
      quantity: 2,
      unitAmountMicros: 850_000_000,
      saleAmountMicros: 765_000_000,
    },
    { productId: 'POT', name: 'Pot', quantity: 1, unitAmountMicros: 4_200_000_000 },
  ],
  tax: { amountMicros: 286_500_000, description: 'GST' },
  shipping: { amountMicros: 120_000_000 },
  discount: { amountMicros: 300_000_000, description: 'Autumn' },
  expires: { at: '2026-11-24T09:00:00.000Z', description: 'Held for you' },
  payments: [
    { type: 'upi_intent_link', link: 'upi://pay' },
    { type: 'offsite_card_pay', lastFourDigits: '5235', credentialId: 'c' },
  ],
};

/** The value that stands in the row of a name. */
function valueOf(name: RegExp): string | null {
  const header = screen.getByRole('rowheader', { name });
  return within(header.closest('tr') ?? header).getByRole('cell').textContent;
}

test('an order shows its lines with what they cost, the total, the note and the catalog', async () => {
  const shown = await renderContent({
    kind: 'order',
    catalogId: '6011',
    note: 'Gift wrap please',
    items: [
      { productId: 'POT', quantity: 1, unitPrice: yen(4800) },
      { productId: 'CUP', quantity: 2, unitPrice: yen(1200) },
    ],
  });
  expect(shown.textContent).toContain('Order of 3 items');
  expect(valueOf(/^POT/)).toBe('JP¥4,800');
  expect(valueOf(/^CUP.*2 × JP¥1,200/)).toBe('JP¥2,400');
  expect(valueOf(/^Total/)).toBe('JP¥7,200');
  expect(shown.textContent).toContain('Gift wrap please');
  expect(shown.textContent).toContain('6011');
});

test('an order in two currencies has two totals: nobody adds yen to dollars', async () => {
  await renderContent({
    kind: 'order',
    catalogId: '6011',
    items: [
      { productId: 'A', quantity: 1, unitPrice: yen(100) },
      { productId: 'B', quantity: 1, unitPrice: { currency: 'USD', amountMicros: 48_500_000 } },
    ],
  });
  expect(screen.getAllByRole('rowheader', { name: 'Total' })).toHaveLength(2);
});

test('a payment request shows lines, charges, the total that is asked for, how and until when', async () => {
  const shown = await renderContent({ kind: 'payment_request', body: 'Please pay', order: invoice });
  expect(shown.textContent).toContain('Please pay');
  expect(screen.getByRole('table', { name: 'Order ORD-77' })).toBeDefined();
  expect(valueOf(/^Cup.*2 × ₹765\.00/)).toBe('₹1,530.00');
  expect(valueOf(/^Pot/)).toBe('₹4,200.00');
  expect(valueOf(/^Subtotal/)).toBe('₹5,730.00');
  expect(valueOf(/^Tax \(GST\)/)).toBe('₹286.50');
  expect(valueOf(/^Shipping/)).toBe('₹120.00');
  expect(valueOf(/^Discount \(Autumn\)/)).toBe('-₹300.00');
  expect(valueOf(/^Total/)).toBe('₹5,836.50');
  expect(shown.textContent).toContain('UPI, Saved card •••• 5235');
  expect(shown.textContent).toContain('Held for you');
  expect(screen.getByRole('list', { name: 'Buttons' }).textContent).toBe('Review and pay');
});

test.each([
  ['pending', 'Pending'],
  ['processing', 'Being prepared'],
  ['partially_shipped', 'Partly shipped'],
  ['shipped', 'Shipped'],
  ['completed', 'Completed'],
  ['canceled', 'Cancelled'],
] as const)('an order that is %s says so in words', async (status, words) => {
  const shown = await renderContent({
    kind: 'order_status',
    body: 'News of your order',
    referenceId: 'ORD-77',
    status,
    description: 'Tomorrow morning',
  });
  expect(shown.textContent).toContain('News of your order');
  expect(shown.textContent).toContain(words);
  expect(shown.textContent).toContain('Order ORD-77 · Tomorrow morning');
});

test('the consent to a payment says with what, for which order and when', async () => {
  await renderContent({
    kind: 'payment_method_reply',
    method: 'offsite_card_pay',
    referenceId: 'ORD-77',
    lastFourDigits: '5235',
    paidAt: '2026-11-21T09:00:00.000Z',
  });
  expect(valueOf(/^Way to pay/)).toBe('Saved card •••• 5235');
  expect(valueOf(/^Order/)).toBe('ORD-77');
  expect(valueOf(/^Agreed at/)).toContain('21 Nov 2026');
});

test('a way to pay that nobody knew is shown by the name it came with', async () => {
  await renderContent({
    kind: 'payment_method_reply',
    method: 'moon_dust',
    referenceId: null,
    lastFourDigits: null,
    paidAt: null,
  });
  expect(valueOf(/^Way to pay/)).toBe('moon_dust');
  expect(screen.getAllByRole('row')).toHaveLength(1);
});

test('a product shows its text, its id and its button', async () => {
  const shown = await renderContent({
    kind: 'product',
    body: 'A pot',
    footer: 'Free shipping',
    catalogId: '6011',
    productId: 'POT-9',
  });
  expect(screen.getByRole('img', { name: 'Product' })).toBeDefined();
  expect(shown.textContent).toContain('POT-9');
  expect(shown.textContent).toContain('A pot');
  expect(shown.textContent).toContain('Free shipping');
  expect(screen.getByRole('list', { name: 'Buttons' }).textContent).toBe('View');
});

test('a list of products shows its heading and, opened, its sections', async () => {
  const shown = await renderContent({
    kind: 'product_list',
    header: 'For autumn',
    body: 'Picked for you',
    catalogId: '6011',
    sections: [{ title: 'Pots', productIds: ['POT-9', 'POT-4'] }, { productIds: ['CUP-1'] }],
  });
  expect(shown.textContent).toContain('For autumn');
  expect(shown.textContent).toContain('Picked for you');
  expect(screen.getByText('View 3 products')).toBeDefined();
  expect(screen.getByRole('heading', { name: 'Pots' })).toBeDefined();
  expect(shown.textContent).toContain('CUP-1');
});

test('a product carousel shows each product on its card', async () => {
  await renderContent({ kind: 'product_carousel', body: 'More', catalogId: '1', productIds: ['A', 'B'] });
  const cards = within(screen.getByRole('list', { name: 'Products' }));
  expect(cards.getByRole('listitem', { name: '1 of 2' }).textContent).toContain('A');
  expect(cards.getByRole('listitem', { name: '2 of 2' }).textContent).toContain('B');
});

test('a catalog shows its text and its button', async () => {
  const shown = await renderContent({ kind: 'catalog', body: 'Everything', thumbnailProductId: 'POT-9' });
  expect(shown.textContent).toContain('Everything');
  expect(shown.textContent).toContain('POT-9');
  expect(screen.getByRole('list', { name: 'Buttons' }).textContent).toBe('View catalog');
});
