// @vitest-environment happy-dom
import type { ContentOf } from '@renkei/contract';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { makeMedia } from '../../testing/make-message.ts';
import { renderContent } from '../../testing/render-content.tsx';

afterEach(cleanup);

type TemplateContent = ContentOf<'template'>;

function template(changes: Partial<TemplateContent>): TemplateContent {
  return {
    kind: 'template',
    name: 'order_update',
    language: 'en',
    bodyParameters: [],
    buttons: [],
    ...changes,
  };
}

test('a template shows header, text, footer and every button with what lies behind it', async () => {
  const shown = await renderContent(
    template({
      rendered: {
        header: 'Delivery',
        body: 'Your order *A-1* left.',
        footer: 'Aobado',
        buttons: [
          { type: 'url', text: 'Track', value: 'https://example.com/A-1' },
          { type: 'phone_number', text: 'Call us', value: '+81345678901' },
          { type: 'copy_code', text: 'Copy', value: 'AUTUMN20' },
          { type: 'quick_reply', text: 'Thanks', value: null },
          { type: 'made_of_cheese', text: 'New kind', value: null },
        ],
      },
    }),
  );
  expect(shown.textContent).toContain('Delivery');
  expect(shown.querySelector('strong')?.textContent).toBe('A-1');
  expect(screen.getByRole('link', { name: 'Track' }).getAttribute('href')).toBe('https://example.com/A-1');
  expect(screen.getByRole('link', { name: 'Call us' }).getAttribute('href')).toBe('tel:+81345678901');
  const buttons = within(screen.getByRole('list', { name: 'Buttons' })).getAllByRole('listitem');
  expect(buttons.map(({ textContent }) => textContent)).toEqual([
    'Track',
    'Call us+81345678901',
    'CopyAUTUMN20',
    'Thanks',
    'New kind',
  ]);
  expect(shown.textContent).toContain('Template order_update (en)');
});

test('a header can be a picture, a silent film, a document, a place or a product', async () => {
  const media = makeMedia({ fileName: 'invoice.pdf' });
  const rendered = { header: null, body: 'Body', footer: null, buttons: [] };
  await renderContent(template({ header: { type: 'image', mediaId: media.id }, rendered }), [media]);
  expect(screen.getByRole('img', { name: 'invoice.pdf' })).toBeDefined();
  cleanup();
  const film = await renderContent(template({ header: { type: 'gif', mediaId: media.id }, rendered }), [
    media,
  ]);
  expect(film.querySelector('video')?.loop).toBe(true);
  cleanup();
  await renderContent(template({ header: { type: 'document', mediaId: media.id }, rendered }), [media]);
  expect(screen.getByRole('link', { name: /invoice\.pdf/ })).toBeDefined();
  cleanup();
  await renderContent(
    template({ header: { type: 'location', latitude: 1, longitude: 2, name: 'Shop' }, rendered }),
  );
  expect(screen.getByRole('img', { name: /^Position/ })).toBeDefined();
  cleanup();
  const product = await renderContent(
    template({ header: { type: 'product', catalogId: '1', productId: 'POT-9' }, rendered }),
  );
  expect(product.textContent).toContain('POT-9');
});

test('a limited-time offer says its words and until when', async () => {
  const shown = await renderContent(
    template({
      offerEndsAt: '2026-11-24T09:00:00.000Z',
      rendered: { header: null, body: 'Body', footer: null, buttons: [], offer: 'Autumn sale' },
    }),
  );
  expect(shown.textContent).toContain('Autumn sale');
  expect(shown.textContent).toContain('Ends 24 Nov 2026');
});

test('a carousel shows each card with its picture, words and buttons', async () => {
  const media = makeMedia();
  const card = { header: { type: 'image', mediaId: media.id }, bodyParameters: [], buttons: [] } as const;
  await renderContent(
    template({
      cards: [
        { ...card, bodyParameters: [], buttons: [] },
        { ...card, bodyParameters: [], buttons: [] },
      ],
      rendered: {
        header: null,
        body: 'New',
        footer: null,
        buttons: [],
        cards: [
          { body: 'Cup one', buttons: [{ type: 'quick_reply', text: 'Take it', value: null }] },
          { body: 'Cup two', buttons: [] },
        ],
      },
    }),
    [media],
  );
  const first = within(screen.getByRole('listitem', { name: '1 of 2' }));
  expect(first.getByRole('img')).toBeDefined();
  expect(first.getByText('Cup one')).toBeDefined();
  expect(first.getByText('Take it')).toBeDefined();
  expect(screen.getByRole('listitem', { name: '2 of 2' }).textContent).toContain('Cup two');
});

test('products that a button opens are behind that button, an invoice is shown in full', async () => {
  const order: ContentOf<'payment_request'>['order'] = {
    referenceId: 'ORD-1',
    goods: 'physical',
    currency: 'BRL',
    items: [{ productId: 'CUP', name: 'Cup', quantity: 1, unitAmountMicros: 10_000_000 }],
    tax: { amountMicros: 0 },
    payments: [{ type: 'boleto', digitableLine: '1' }],
  };
  const shown = await renderContent(
    template({
      buttons: [
        { type: 'multi_product', index: 0, thumbnailProductId: 'CUP', sections: [{ productIds: ['CUP'] }] },
        { type: 'order_details', index: 1, order },
      ],
      rendered: {
        header: null,
        body: 'Body',
        footer: null,
        buttons: [
          { type: 'mpm', text: 'See items', value: null },
          { type: 'order_details', text: 'Pay', value: null },
        ],
      },
    }),
  );
  expect(shown.querySelector('summary')?.textContent).toBe('See items');
  expect(screen.getByRole('table', { name: 'Order ORD-1' })).toBeDefined();
  expect(screen.getByRole('list', { name: 'Buttons' }).textContent).toBe('Pay');
});

test('a template whose words are not known yet shows what was filled in', async () => {
  const shown = await renderContent(
    template({
      bodyParameters: ['Emma', { type: 'currency', shown: '¥1,200', currency: 'JPY', amountMicros: 1 }],
    }),
  );
  expect(shown.textContent).toContain('Emma · ¥1,200');
});
