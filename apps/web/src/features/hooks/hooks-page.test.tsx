// @vitest-environment happy-dom
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import type { Hook, HookDelivery } from '@renkei/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { client } from '../../lib/client.ts';
import { HooksPage } from './hooks-page.tsx';

const calls: { name: string; input: unknown }[] = [];
const answers = new Map<string, unknown>();

beforeEach(() => {
  calls.length = 0;
  answers.clear();
  vi.spyOn(client, 'call').mockImplementation((async (name: string, input: unknown) => {
    calls.push({ name, input });
    if (!answers.has(name)) throw new Error(`${name} was not expected`);
    return answers.get(name);
  }) as unknown as typeof client.call);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const hook: Hook = {
  id: 'h',
  url: 'https://crm.example/renkei',
  description: 'Our CRM',
  eventTypes: ['message.received', 'message.updated'],
  state: 'enabled',
  failingSince: null,
  lastProblem: null,
  createdAt: '2026-11-22T00:00:00.000Z',
  pending: 0,
};

const delivery: HookDelivery = {
  eventId: 'e',
  eventType: 'message.received',
  occurredAt: '2026-11-22T00:00:00.000Z',
  state: 'given_up',
  attempts: 11,
  nextAt: null,
  lastStatus: null,
  lastProblem: 'timeout',
};

function show(...hooks: Hook[]): void {
  answers.set('listHooks', { items: hooks });
  i18n.loadAndActivate({ locale: 'en', messages: {} });
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <MantineProvider env="test">
          <HooksPage />
        </MantineProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
}

const callsOf = (name: string) => calls.filter((call) => call.name === name).map(({ input }) => input);

test('a new hook is made with the events that were chosen, and its secret is shown this once', async () => {
  answers.set('createHook', { hook, secret: 'whsec_once' });
  show();
  expect(await screen.findByText('No other system is told anything yet')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Add a hook' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText('Address'), { target: { value: hook.url } });
  fireEvent.click(dialog.getByRole('checkbox', { name: 'A contact changed' }));
  fireEvent.click(dialog.getByRole('checkbox', { name: 'A customer wrote' }));
  fireEvent.click(dialog.getByRole('button', { name: 'Add' }));
  expect(await screen.findByText('whsec_once')).toBeDefined();
  const eventTypes = ['message.updated', 'contact.updated'];
  expect(callsOf('createHook')).toEqual([{ body: { url: hook.url, description: null, eventTypes } }]);
  fireEvent.click(screen.getByRole('button', { name: 'Done' }));
  await waitFor(() => expect(screen.queryByText('whsec_once')).toBeNull());
});

test('a hook that cannot be reached says since when, why, and what switching it on does', async () => {
  answers.set('updateHook', hook);
  show({ ...hook, state: 'failing', failingSince: hook.createdAt, lastProblem: 'HTTP 503 closed' });
  expect(await screen.findByText(/^Nothing has got through since/)).toBeDefined();
  expect(screen.getByText('HTTP 503 closed')).toBeDefined();
  expect(screen.getByText(/what could not be delivered is tried again/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Switch on' }));
  await waitFor(() =>
    expect(callsOf('updateHook')).toEqual([{ params: { hookId: 'h' }, body: { state: 'enabled' } }]),
  );
});

test('a delivery says how it ended and is sent again under its id', async () => {
  answers.set('listHookDeliveries', { items: [delivery], nextCursor: null });
  answers.set('replayHookDelivery', delivery);
  show(hook);
  fireEvent.click(await screen.findByRole('button', { name: 'Deliveries' }));
  const list = within(await screen.findByRole('region', { name: 'Deliveries' }));
  const row = (await list.findByText('A customer wrote')).closest('li');
  expect(row?.textContent).toContain('Given up');
  expect(row?.textContent).toContain('11 attempts · There was no answer within ten seconds.');
  fireEvent.click(list.getByRole('button', { name: /^Send again/ }));
  const params = { hookId: 'h', eventId: 'e' };
  await waitFor(() => expect(callsOf('replayHookDelivery')).toEqual([{ params }]));
});

test('a hook is deleted only after a word about what is lost', async () => {
  answers.set('deleteHook', {});
  show(hook);
  fireEvent.click(await screen.findByRole('button', { name: 'Delete' }));
  expect(callsOf('deleteHook')).toEqual([]);
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/What is still to be delivered is dropped/)).toBeDefined();
  fireEvent.click(dialog.getByRole('button', { name: 'Delete' }));
  await waitFor(() => expect(callsOf('deleteHook')).toEqual([{ params: { hookId: 'h' } }]));
});
