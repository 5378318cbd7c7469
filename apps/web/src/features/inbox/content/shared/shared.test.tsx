// @vitest-environment happy-dom
import type { ContactCard } from '@renkei/contract';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderContent } from '../../testing/render-content.tsx';
import { mapGrid } from './map-grid.ts';
import { toVcard } from './to-vcard.ts';

afterEach(cleanup);

const card: ContactCard = {
  name: 'Emma Clarke',
  nameParts: { prefix: 'Dr', first: 'Emma', last: 'Clarke' },
  phones: [
    { number: '+44 7911 123456', waId: '447911123456', label: 'CELL' },
    { number: '020 7946 0000', label: 'my, desk' },
  ],
  emails: ['emma@example.com'],
  organisation: 'Blue Sky; Ltd',
  department: 'Delivery',
  jobTitle: 'Manager',
  addresses: [{ street: '1 High St', city: 'London', zip: 'SW1', country: 'UK', label: 'WORK' }],
  urls: ['https://example.com'],
  birthday: '1984-04-02',
};

test('a place shows name, address and position, and asks no map service for anything', async () => {
  const shown = await renderContent({
    kind: 'location',
    latitude: 35.65858,
    longitude: -139.745433,
    name: 'Tower',
    address: '4-2-8 Park',
  });
  expect(screen.getByRole('img', { name: 'Position 35.65858° N, 139.74543° W' })).toBeDefined();
  expect(shown.textContent).toContain('Tower4-2-8 Park35.65858° N');
  expect(screen.getByRole('button', { name: 'Copy the position' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'Open the map' }).getAttribute('href')).toContain('mlat=35.65858');
  expect(shown.querySelector('img, iframe, image')).toBeNull();
});

test.each([0, 35.6, 66, 89.9999, -90])(
  'the grid at latitude %d is to scale and within the picture',
  (latitude) => {
    const { meridians, parallels, scale } = mapGrid(
      { latitude, longitude: 139.7 },
      { width: 300, height: 132 },
    );
    expect(scale.pixels * 4).toBe(scale.metres);
    expect(meridians.length + parallels.length).toBeLessThan(14);
    for (const { at } of meridians) expect(at).toBeGreaterThanOrEqual(0);
    for (const { at } of parallels) expect(at).toBeLessThanOrEqual(132);
  },
);

test('a card shows every field, and can be called and written to', async () => {
  const shown = await renderContent({ kind: 'contacts', cards: [card] });
  expect(screen.getByRole('group', { name: 'Emma Clarke' })).toBeDefined();
  expect(shown.textContent).toContain('Manager · Delivery · Blue Sky; Ltd');
  expect(screen.getByRole('link', { name: '+44 7911 123456' }).getAttribute('href')).toBe(
    'tel:+447911123456',
  );
  expect(screen.getByRole('img', { name: 'On WhatsApp' })).toBeDefined();
  expect(screen.getByRole('link', { name: 'emma@example.com' }).getAttribute('href')).toBe(
    'mailto:emma@example.com',
  );
  expect(shown.textContent).toContain('1 High St, London, SW1, UKWORK');
  expect(screen.getByRole('link', { name: 'https://example.com' })).toBeDefined();
  expect(shown.textContent).toContain('2 April 1984');
});

test('the number that was asked for says that it was', async () => {
  const shown = await renderContent({ kind: 'contacts', cards: [card], requested: true });
  expect(shown.textContent).toContain('Shared the number you asked for');
});

test('many cards are a few and a list to open; a card with nothing but a name says so', async () => {
  const cards = Array.from({ length: 5 }, (_, index) => ({ name: `Card ${index}`, phones: [], emails: [] }));
  const shown = await renderContent({ kind: 'contacts', cards });
  expect(shown.textContent).toContain('2 more contacts');
  expect(shown.textContent).toContain('The card has neither number nor email.');
});

test('a saved card is one that address books read, and its fields cannot break out of their lines', () => {
  const lines = toVcard({ ...card, name: 'Emma\nEND:VCARD' }).split('\r\n');
  expect(lines).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'FN:Emma\\nEND:VCARD',
    'N:Clarke;Emma;;Dr;',
    'TEL;TYPE=CELL:+44 7911 123456',
    'TEL:020 7946 0000',
    'EMAIL:emma@example.com',
    'ADR;TYPE=WORK:;;1 High St;London;;SW1;UK',
    'URL:https://example.com',
    'ORG:Blue Sky\\; Ltd;Delivery',
    'TITLE:Manager',
    'BDAY:1984-04-02',
    'END:VCARD',
    '',
  ]);
});
