// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { makeMedia } from '../../testing/make-message.ts';
import { renderContent } from '../../testing/render-content.tsx';

afterEach(cleanup);

const buttonsShown = () =>
  within(screen.getByRole('list', { name: 'Buttons' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

test('a question with buttons shows picture, text, footer and every button', async () => {
  const shown = await renderContent(
    {
      kind: 'buttons',
      header: { type: 'image', mediaId: 'media' },
      body: 'When shall we *come*?',
      footer: 'Aobado',
      buttons: [
        { id: 'a', title: 'Morning' },
        { id: 'b', title: 'Evening' },
      ],
    },
    [makeMedia({ fileName: 'van.jpg' })],
  );
  expect(screen.getByRole('img', { name: 'van.jpg' })).toBeDefined();
  expect(shown.querySelector('strong')?.textContent).toBe('come');
  expect(shown.textContent).toContain('Aobado');
  expect(buttonsShown()).toEqual(['Morning', 'Evening']);
});

test('a header whose file is not there says so, and the message is shown all the same', async () => {
  const content = {
    kind: 'link_button',
    header: { type: 'video', mediaId: 'missing' },
    body: 'Question',
    link: { label: 'Read', url: 'https://example.com' },
  } as const;
  const sent = await renderContent(content, [], { channelId: 'channel', jumpTo: () => undefined });
  expect(sent.textContent).toContain('The file is not here.Question');
  cleanup();
  const preview = await renderContent(content);
  expect(preview.textContent).toContain('The file will stand here.Question');
});

test('a list shows its button and, opened, sections and rows with their descriptions', async () => {
  const shown = await renderContent({
    kind: 'list',
    header: { type: 'text', text: 'Delivery' },
    body: 'Choose',
    button: 'See the ways',
    sections: [
      { title: 'Home', rows: [{ id: '1', title: 'Express', description: 'Tomorrow' }] },
      { title: 'Abroad', rows: [{ id: '2', title: 'EMS' }] },
    ],
  });
  const details = shown.querySelector('details');
  expect(details?.open).toBe(false);
  fireEvent.click(screen.getByText('See the ways'));
  expect(screen.getByRole('heading', { name: 'Abroad' })).toBeDefined();
  expect(shown.textContent).toContain('ExpressTomorrow');
});

test('a link button leads where the customer would be led', async () => {
  await renderContent({
    kind: 'link_button',
    body: 'The manual',
    link: { label: 'Read', url: 'https://example.com/manual' },
  });
  const link = screen.getByRole('link', { name: 'Read' });
  expect(link.getAttribute('href')).toBe('https://example.com/manual');
  expect(link.getAttribute('rel')).toContain('noopener');
});

test('what could run as a script is no link', async () => {
  await renderContent({
    kind: 'link_button',
    body: 'x',
    link: { label: 'Read', url: 'javascript:alert(1)' },
  });
  expect(screen.queryByRole('link')).toBeNull();
  expect(buttonsShown()).toEqual(['Read']);
});

test('a request for the location shows its text and its button', async () => {
  const shown = await renderContent({ kind: 'location_request', body: 'Where are you?' });
  expect(shown.textContent).toContain('Where are you?');
  expect(buttonsShown()).toEqual(['Send location']);
});

test('a request for contact info shows its text and its button', async () => {
  const shown = await renderContent({ kind: 'contact_info_request', body: 'Your number?' });
  expect(shown.textContent).toContain('Your number?');
  expect(buttonsShown()).toEqual(['Share contact info']);
});

test('a WhatsApp Flow shows its button, which form it opens and at which screen', async () => {
  const shown = await renderContent({
    kind: 'whatsapp_flow',
    body: 'Book a class',
    flow: { name: 'booking' },
    button: 'Book',
    mode: 'draft',
    opens: { screen: 'FIRST' },
  });
  expect(buttonsShown()).toEqual(['Book']);
  expect(shown.textContent).toContain('WhatsApp Flow booking · FIRST · Draft');
});

test('a request for an address shows the country, what is filled in and what was wrong', async () => {
  const shown = await renderContent({
    kind: 'address_request',
    body: 'Where to?',
    country: 'IN',
    values: { in_pin_code: '56000' },
    faults: { in_pin_code: 'Does not exist' },
    savedAddresses: [{ id: 'a', values: {} }],
  });
  expect(screen.getByRole('row', { name: 'PIN code 56000' })).toBeDefined();
  expect(shown.textContent).toContain('PIN code: Does not exist');
  expect(shown.textContent).toContain('Address in India · 1 saved address');
});

test('a carousel can be walked through by keys, and every card shows picture, text and buttons', async () => {
  await renderContent(
    {
      kind: 'carousel',
      body: 'New cups',
      cards: [
        {
          header: { type: 'image', mediaId: 'media' },
          body: 'Cup one',
          action: { link: { label: 'Shop', url: 'https://example.com/1' } },
        },
        {
          header: { type: 'image', mediaId: 'media' },
          body: 'Cup two',
          action: { buttons: [{ id: 'x', title: 'More' }] },
        },
      ],
    },
    [makeMedia()],
  );
  const track = screen.getByRole('list', { name: 'Cards' });
  expect(track.tabIndex).toBe(0);
  const first = within(within(track).getByRole('listitem', { name: '1 of 2' }));
  expect(first.getByRole('img', { name: 'Image' })).toBeDefined();
  expect(first.getByRole('link', { name: 'Shop' })).toBeDefined();
  expect(within(track).getByRole('listitem', { name: '2 of 2' }).textContent).toContain('Cup twoMore');
  expect(screen.getByRole('button', { name: 'Next card' })).toBeDefined();
});

test('a request for the permission to call says what it asks', async () => {
  const shown = await renderContent({ kind: 'call_permission_request', body: 'About your order' });
  expect(shown.textContent).toContain('About your order');
  expect(shown.textContent).toContain('Asks whether we may call');
});

test.each([
  [undefined, 'Works for 7 days'],
  [90, 'Works for 90 minutes'],
  [120, 'Works for 2 hours'],
])('a call button with a life of %s minutes: %s', async (ttlMinutes, words) => {
  const shown = await renderContent({
    kind: 'call_button',
    body: 'Talk to us',
    ...(ttlMinutes === undefined ? {} : { ttlMinutes }),
  });
  expect(shown.textContent).toContain('Call now');
  expect(shown.textContent).toContain(words);
});
