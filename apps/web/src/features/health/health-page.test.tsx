// @vitest-environment happy-dom
import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import type { Health, HoldReason, QueueHealth, UnsettledMessage } from '@renkei/contract';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { client } from '../../lib/client.ts';
import { HealthPage } from './health-page.tsx';

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

const queue: QueueHealth = {
  channel: {
    id: 'c',
    name: 'Riverside Studio',
    displayPhoneNumber: '+81 3-5550-0100',
    state: 'connected',
    stateSince: '2026-11-22T00:00:00.000Z',
    problem: null,
  },
  counts: { scheduled: 0, queued: 0, claimed: 0, dispatched: 0, unsure: 0, awaiting: 0 },
  oldestQueuedAt: null,
  nextScheduledAt: null,
  holds: [],
  throughput: { acceptedLastMinute: 0, perSecond: 0, allowedPerSecond: 80, limitPerSecond: 80 },
  portfolio: null,
};

const well: Health = {
  at: '2026-11-22T00:00:00.000Z',
  hold: null,
  intake: { oldestAt: null, lagMs: 0, pending: 0, quarantined: 0 },
  unsettled: { unsure: 0, unconfirmed: 0, failed: 0 },
  needsAttention: false,
  queues: [queue],
};

const unconfirmed: UnsettledMessage = {
  id: 'm',
  conversationId: 'v',
  contact: { id: 'p', name: 'Emma' },
  channel: { id: 'c', name: 'Riverside Studio' },
  state: 'unconfirmed',
  kind: 'text',
  preview: 'See you at ten',
  queuedAt: '2026-11-21T09:00:00.000Z',
  triedAt: null,
  problem: null,
  actions: ['resend', 'dismiss'],
};

async function show(health: Partial<Health>): Promise<void> {
  answers.set('getHealth', { ...well, ...health });
  i18n.loadAndActivate({ locale: 'en', messages: {} });
  const router = createRouter({
    routeTree: createRootRoute({ component: HealthPage }),
    history: createMemoryHistory(),
  });
  render(
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <MantineProvider env="test">
          <RouterProvider router={router as never} />
        </MantineProvider>
      </QueryClientProvider>
    </I18nProvider>,
  );
  await screen.findByText('Riverside Studio');
}

const callsOf = (name: string) => calls.filter((call) => call.name === name).map(({ input }) => input);

test('says that all is well, and shows nothing to decide', async () => {
  await show({});
  expect(screen.getByText('All is well: nothing needs you.')).toBeDefined();
  expect(screen.queryByText('Messages to look at')).toBeNull();
  expect(screen.queryByText('Quarantine')).toBeNull();
  expect(callsOf('listQuarantine')).toEqual([]);
});

test.each([
  ['system_held', 'All sending is stopped', 'an owner or an operator releases it'],
  ['number_throttled', 'WhatsApp asked this number to pause', 'goes on by itself at'],
  ['portfolio_limit', 'WhatsApp allows 250 new people in 24 hours', 'The next place is free at'],
  ['rule', 'Quiet hours', 'go on at'],
  ['pair_rate', 'Many messages to one person', 'every 6 seconds'],
  ['order', 'Waiting for an earlier message', 'in the order'],
  ['retry', 'Quiet hours', 'Tried again'],
  ['unreachable', 'WhatsApp cannot be reached', 'connection to the internet'],
] as const satisfies readonly (readonly [HoldReason, string, string])[])(
  'a hold (%s) says why, until when or what to do, and how many',
  async (reason, title, remedy) => {
    const words = { en: 'Quiet hours', ja: '夜間' };
    const problem = {
      code: 'x',
      title: words,
      detail: words,
      remedy: words,
      source: null,
      providerCode: null,
    };
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const held = reason === 'rule' || reason === 'retry' ? problem : null;
    await show({
      queues: [
        {
          ...queue,
          counts: { ...queue.counts, queued: 10_000 },
          holds: [{ reason, count: 10_000, until, problem: held }],
          portfolio: { limit: 250, used: 250, freesAt: until },
        },
      ],
    });
    const line = screen.getByText(new RegExp(title)).closest('li');
    expect(line?.textContent).toContain(remedy);
    expect(line?.textContent).toContain('10,000+ messages');
  },
);

const restored = { reason: 'restored', backupTakenAt: '2026-11-20T03:00:00.000Z', since: well.at } as const;
const held = {
  hold: restored,
  needsAttention: true,
  queues: [{ ...queue, counts: { ...queue.counts, queued: 3 } }],
};

test('an owner releases a restored system, and nothing that waits goes out by itself', async () => {
  answers.set('getSession', { member: { role: 'owner' } });
  answers.set('releaseHold', { released: true, unsure: 0, unconfirmed: 3 });
  await show(held);
  expect(screen.getByText('This system was restored from a backup and sends nothing')).toBeDefined();
  expect(screen.queryByText('All is well: nothing needs you.')).toBeNull();
  fireEvent.click(await screen.findByRole('button', { name: 'Release sending…' }));
  expect(callsOf('releaseHold')).toEqual([]);
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText(/3 messages are waiting to be sent/)).toBeDefined();
  fireEvent.click(dialog.getByRole('button', { name: 'Release sending' }));
  await waitFor(() => expect(callsOf('releaseHold')).toEqual([{ body: { sendsQueued: false } }]));
});

test('who knows that nothing was sent since may send what waits', async () => {
  answers.set('getSession', { member: { role: 'owner' } });
  answers.set('releaseHold', { released: true, unsure: 0, unconfirmed: 0 });
  await show(held);
  fireEvent.click(await screen.findByRole('button', { name: 'Release sending…' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('radio', { name: 'Send it' }));
  fireEvent.click(dialog.getByRole('button', { name: 'Release sending' }));
  await waitFor(() => expect(callsOf('releaseHold')).toEqual([{ body: { sendsQueued: true } }]));
});

test('who may not release it is told who may', async () => {
  answers.set('getSession', { member: { role: 'admin' } });
  await show(held);
  expect(screen.getByText(/An owner releases it here/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Release sending…' })).toBeNull();
});

test('shows the speed against what is allowed, also while the number is slowed down', async () => {
  const throughput = { acceptedLastMinute: 1_200, perSecond: 20, allowedPerSecond: 40, limitPerSecond: 80 };
  await show({ queues: [{ ...queue, throughput }] });
  const meter = screen.getByRole('meter', { name: 'Sending speed' });
  expect(meter.getAttribute('aria-valuetext')).toBe('20 of 40 messages per second');
  expect(screen.getByText(/goes back to 80 per second by itself/)).toBeDefined();
});

test('an unconfirmed message is sent again only after a word of warning', async () => {
  answers.set('listUnsettledMessages', { items: [unconfirmed], nextCursor: null });
  answers.set('resendMessages', { resent: ['m'], refused: [] });
  await show({ unsettled: { unsure: 0, unconfirmed: 1, failed: 0 }, needsAttention: true });
  expect((await screen.findByRole('link', { name: 'Emma' })).getAttribute('href')).toBe('/inbox/v');
  fireEvent.click(screen.getByRole('checkbox', { name: 'Choose the message to Emma' }));
  fireEvent.click(screen.getByRole('button', { name: 'Send again' }));
  expect(callsOf('resendMessages')).toEqual([]);
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.click(dialog.getByRole('button', { name: 'Send again' }));
  await waitFor(() => expect(callsOf('resendMessages')).toEqual([{ body: { messageIds: ['m'] } }]));
});

test('what would only fail again can be left as it is, but not sent again', async () => {
  const failed: UnsettledMessage = { ...unconfirmed, state: 'failed', actions: ['dismiss'] };
  answers.set('listUnsettledMessages', { items: [failed], nextCursor: null });
  answers.set('dismissMessages', { dismissed: ['m'] });
  await show({ unsettled: { unsure: 0, unconfirmed: 0, failed: 1 } });
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Choose all messages shown' }));
  expect(screen.getByRole('button', { name: 'Send again' }).hasAttribute('disabled')).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Leave as they are' }));
  await waitFor(() => expect(callsOf('dismissMessages')).toEqual([{ body: { messageIds: ['m'] } }]));
});

test('what is in quarantine can be processed again, one or all', async () => {
  const event = { reason: 'odd', attempts: 5, receivedAt: well.at, sizeBytes: 3 };
  answers.set('listQuarantine', {
    items: [
      { id: '1', ...event },
      { id: '2', ...event },
    ],
  });
  answers.set('replayQuarantined', {});
  answers.set('replayAllQuarantined', { released: 2 });
  await show({ intake: { ...well.intake, quarantined: 2 }, needsAttention: true });
  fireEvent.click(await screen.findByRole('button', { name: 'Process again: #1' }));
  await waitFor(() => expect(callsOf('replayQuarantined')).toEqual([{ params: { rawEventId: '1' } }]));
  fireEvent.click(screen.getByRole('button', { name: 'Process all again' }));
  await waitFor(() => expect(callsOf('replayAllQuarantined')).toHaveLength(1));
});
