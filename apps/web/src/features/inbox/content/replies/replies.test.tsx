// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderContent } from '../../testing/render-content.tsx';

afterEach(cleanup);

test('a tap says what was tapped and from what', async () => {
  const button = await renderContent({
    kind: 'interactive_reply',
    replyType: 'button',
    replyId: 'a',
    title: 'Morning',
  });
  expect(button.textContent).toBe('Tapped the buttonMorning');
  cleanup();
  const row = await renderContent({
    kind: 'interactive_reply',
    replyType: 'list',
    replyId: 'a',
    title: 'Express',
    description: 'Tomorrow',
  });
  expect(row.textContent).toBe('Chose from the listExpressTomorrow');
});

test('a filled-in form is a table of its answers, in words where the form has switches and lists', async () => {
  await renderContent({
    kind: 'flow_reply',
    body: 'Sent',
    token: 't',
    answers: [
      { key: 'class', value: 'wheel-101' },
      { key: 'left_handed', value: true },
      { key: 'days', value: ['Mon', 'Tue'] },
      { key: 'notes', value: null },
      { key: 'more', value: { deep: 1 } },
    ],
  });
  expect(screen.getByRole('table', { name: 'Answers' })).toBeDefined();
  for (const name of ['class wheel-101', 'left handed Yes', 'days Mon, Tue', 'notes –', 'more {"deep":1}']) {
    expect(screen.getByRole('row', { name })).toBeDefined();
  }
});

test('an empty form says that it is empty', async () => {
  const shown = await renderContent({ kind: 'flow_reply', body: 'Sent', token: null, answers: [] });
  expect(shown.textContent).toContain('The form was sent without answers.');
});

test('an address is a table in the order in which one writes it; unknown fields keep their names', async () => {
  await renderContent({
    kind: 'address_reply',
    body: 'x',
    savedAddressId: null,
    values: { moon_base: '7', in_pin_code: '560001', name: 'Kavya Rao' },
  });
  expect(screen.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
    'NameKavya Rao',
    'PIN code560001',
    'moon_base7',
  ]);
});

test('a saved address that came without its fields is shown as WhatsApp wrote it', async () => {
  const shown = await renderContent({
    kind: 'address_reply',
    body: 'Kavya Rao\n12 Lake Road',
    savedAddressId: 'home',
    values: {},
  });
  expect(shown.textContent).toContain('Chose a saved address (home)');
  expect(shown.textContent).toContain('12 Lake Road');
});

test.each([
  [
    { accepted: true, permanent: false, expiresAt: '2026-11-28T09:00:00.000Z', automatic: false },
    'We may callUntil 28 Nov 2026',
  ],
  [
    { accepted: true, permanent: true, expiresAt: null, automatic: true },
    'Until it is taken backGiven by WhatsApp because the customer called',
  ],
  [{ accepted: false, permanent: false, expiresAt: null, automatic: false }, 'We may not call'],
])('whether we may call, and how long: %o', async (answer, words) => {
  const shown = await renderContent({ kind: 'call_permission_reply', ...answer });
  expect(shown.textContent).toContain(words);
});
