// @vitest-environment happy-dom
import { errorTable, type Product } from '@renkei/contract';
import { RenkeiError } from '@renkei/sdk';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeConversation } from '../../testing/make-conversation.ts';
import { Page } from '../../testing/render-content.tsx';
import { formOf } from '../forms/form-support.ts';
import { MessageForm } from '../forms/message-form.tsx';

interface Call {
  readonly query?: { readonly search?: string; readonly productIds?: string };
}

const call = vi.hoisted(() => vi.fn<(name: string, input: Call) => Promise<unknown>>());
vi.mock('../../../../lib/client.ts', () => ({ client: { call }, mediaUrl: String }));
const send = vi.hoisted(() => vi.fn<() => void>());
vi.mock('../../data/use-send.ts', () => ({ useSend: () => send }));
Object.defineProperty(document, 'fonts', { value: new EventTarget() });

const makeProduct = (productId: string, name: string, yen: number): Product => ({
  catalogId: '77',
  productId,
  name,
  price: { currency: 'JPY', amountMicros: yen * 1_000_000 },
  pictureUrl: null,
  availability: 'in stock',
});
const products = [makeProduct('SENCHA-100', 'Sencha', 1_200), makeProduct('TRAY-OAK', 'Oak tray', 2_400)];
const flows = [
  { id: '41', name: 'Book a visit', status: 'published', categories: [] },
  { id: '42', name: 'Old survey', status: 'deprecated', categories: [] },
];

function answer(name: string, { query = {} }: Call): unknown {
  const { search = '', productIds } = query;
  if (name === 'listWhatsAppFlows') return { items: flows };
  if (name !== 'listProducts') return { verdict: 'allow', problem: null };
  const items = products.filter((product) =>
    productIds === undefined
      ? product.name.toLowerCase().includes(search.toLowerCase())
      : productIds.split(',').includes(product.productId),
  );
  return { catalog: { id: '77', name: 'Tea house' }, items, nextCursor: null };
}

beforeEach(() => {
  localStorage.clear();
  call.mockImplementation(async (name, input) => answer(name, input));
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

function renderForm(kind: Parameters<typeof formOf>[0]) {
  render(
    <Page>
      <MessageForm
        conversation={makeConversation()}
        name={kind}
        field={formOf(kind).field}
        replyTo={null}
        onReplyTo={() => undefined}
        onSent={() => undefined}
      />
    </Page>,
  );
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('combobox', { name });
const sent = () => fireEvent.click(screen.getByRole('button', { name: 'Send' }));

test('a product is chosen by its name, and brings its catalog along', async () => {
  renderForm('product');
  fireEvent.click(field('Product ID'));
  fireEvent.click(await screen.findByRole('option', { name: /Oak tray/ }));
  expect(field('Product ID').value).toBe('TRAY-OAK');
  await waitFor(() => expect(field('Catalog ID').value).toBe('77'));
  expect(await screen.findByText(/Oak tray · .*2,400/)).toBeDefined();
  sent();
  expect(send).toHaveBeenCalledWith(
    expect.objectContaining({ content: { kind: 'product', productId: 'TRAY-OAK', catalogId: '77' } }),
  );
});

test('an id may be typed that the catalog does not tell, and this is said', async () => {
  renderForm('product');
  fireEvent.change(field('Product ID'), { target: { value: 'NEW-1' } });
  fireEvent.change(field('Catalog ID'), { target: { value: '88' } });
  expect(await screen.findByText('No product of the catalog has this ID.')).toBeDefined();
  sent();
  expect(send).toHaveBeenCalledWith(
    expect.objectContaining({ content: { kind: 'product', productId: 'NEW-1', catalogId: '88' } }),
  );
});

test('several products are chosen, pasted and taken away again', async () => {
  renderForm('product_carousel');
  fireEvent.change(screen.getByRole('textbox', { name: 'Text' }), { target: { value: 'Look' } });
  fireEvent.click(field('Add a product'));
  fireEvent.click(await screen.findByRole('option', { name: /Sencha/ }));
  fireEvent.paste(field('Add a product'), {
    clipboardData: { getData: () => 'TRAY-OAK\n\nGIFT-BOX\nSENCHA-100' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Remove GIFT-BOX' }));
  // In the field, and in the preview once it has looked the name up.
  expect((await screen.findAllByText('Oak tray')).length).toBeGreaterThan(0);
  sent();
  expect(send).toHaveBeenCalledWith(
    expect.objectContaining({
      content: {
        kind: 'product_carousel',
        body: 'Look',
        productIds: ['SENCHA-100', 'TRAY-OAK'],
        catalogId: '77',
      },
    }),
  );
});

test('a refusal of the provider says what to do, and ids can still be typed', async () => {
  const { title, remedy, status } = errorTable.catalog_not_readable;
  const problem = {
    code: 'catalog_not_readable',
    title,
    detail: title,
    remedy,
    source: null,
    providerCode: 10,
  };
  call.mockRejectedValue(new RenkeiError('catalog_not_readable', status, problem));
  renderForm('catalog');
  fireEvent.click(field('Product whose picture is shown (optional)'));
  expect(await screen.findByText(/catalog_management/)).toBeDefined();
});

test('a Flow is chosen by its name; what cannot be sent is not offered', async () => {
  renderForm('whatsapp_flow');
  fireEvent.click(field('Flow ID'));
  fireEvent.click(await screen.findByRole('option', { name: /Book a visit/ }));
  expect(field('Flow ID').value).toBe('41');
  expect(screen.queryByText('Old survey')).toBeNull();
});
