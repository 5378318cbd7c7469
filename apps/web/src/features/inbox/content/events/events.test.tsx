// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Page, renderContent } from '../../testing/render-content.tsx';
import { ContentView } from '../content-view.tsx';
import { ConversationProvider } from '../conversation-context.ts';

afterEach(cleanup);

test.each([
  ['contact', 'answered', 108_000, 'Voice callThe customer called · 1:48'],
  ['contact', 'missed', null, 'Missed callThe customer called'],
  ['contact', 'rejected', null, 'Call that we declined'],
  ['contact', 'ringing', null, 'Ringing…'],
  ['business', 'missed', null, 'Call not answeredWe called'],
  ['business', 'rejected', null, 'Call that the customer declined'],
  ['business', 'failed', null, 'Call that failed'],
] as const)('a call by the %s that was %s', async (calledBy, outcome, durationMs, words) => {
  const shown = await renderContent({ kind: 'call', callId: 'c', calledBy, outcome, durationMs });
  expect(shown.textContent).toContain(words);
});

test.each([
  [
    { event: 'user_changed_number', previous: '12025550177', next: '12025550199' },
    'The customer changed the number from +12025550177 to +12025550199',
  ],
  [
    { event: 'user_changed_user_id', previous: 'BR.1', next: 'BR.2' },
    'WhatsApp gave this person a new user ID: BR.2 instead of BR.1',
  ],
  [{ event: 'customer_identity_changed' }, 'The security code changed'],
  [{ event: 'user_changed_number' }, 'in the words of WhatsApp'],
  [{ event: 'never_heard_of' }, 'in the words of WhatsApp'],
])(
  'what WhatsApp tells is told in our words, and in its own where we have none: %o',
  async (event, words) => {
    const shown = await renderContent({ kind: 'system', body: 'in the words of WhatsApp', ...event });
    expect(shown.textContent).toContain(words);
  },
);

test.each([
  [{ what: 'edit', providerCode: 131_051 }, 'WhatsApp does not pass the new text on to this number.'],
  [{ what: 'poll_creation', providerCode: 131_051 }, 'WhatsApp does not pass polls on to businesses.'],
  [{ what: 'view_once', providerCode: 131_051 }, 'Something to be viewed once.'],
  [
    { providerCode: 131_060 },
    'linked device that WhatsApp cannot pass messages on from.Look at it on the phone.',
  ],
  [{ providerCode: 130_501 }, 'does not pass on from groups.'],
  [{ what: 'new_thing', providerCode: 131_051 }, 'A kind of message that WhatsApp does not pass on'],
  [{}, 'as the server says'],
])('a message that cannot be shown says why and what to do: %o', async (known, words) => {
  const shown = await renderContent({
    kind: 'unsupported',
    wireType: 'unsupported',
    reason: 'as the server says',
    ...known,
  });
  expect(shown.textContent).toContain('This message cannot be shown here');
  expect(shown.textContent).toContain(words);
});

test('a reaction to what is not known here, and its removal', async () => {
  const given = await renderContent({ kind: 'reaction', targetMessageId: null, emoji: '👍' });
  expect(given.textContent).toBe('Reacted with 👍 to an earlier message');
  cleanup();
  const taken = await renderContent({ kind: 'reaction', targetMessageId: null, emoji: null });
  expect(taken.textContent).toBe('Removed a reaction');
});

test('a deleted message says that it was deleted, and nothing of what it said', async () => {
  const shown = await renderContent({ kind: 'revoked', was: 'image' });
  expect(shown.textContent).toBe('This message was deleted');
});

test('the first opening of a chat is told', async () => {
  const shown = await renderContent({ kind: 'welcome_request' });
  expect(shown.textContent).toContain('opened the chat for the first time');
});

test('a pin says for how long, and leads to its message in a thread but not in a preview', async () => {
  const content = { kind: 'pin', targetMessageId: 'target', days: 7 } as const;
  const preview = await renderContent(content);
  expect(preview.textContent).toContain('Pinned a message for 7 days');
  expect(screen.queryByRole('button')).toBeNull();
  cleanup();

  const jumpTo = vi.fn<(messageId: string) => void>();
  render(
    <Page>
      <ConversationProvider value={{ channelId: 'channel', jumpTo }}>
        <ContentView content={content} files={new Map()} />
      </ConversationProvider>
    </Page>,
  );
  fireEvent.click(await screen.findByRole('button', { name: 'Show it' }));
  expect(jumpTo).toHaveBeenCalledWith('target');
  cleanup();

  const unpinned = await renderContent({ ...content, days: null });
  expect(unpinned.textContent).toContain('no longer pinned');
});
