// @vitest-environment happy-dom
import type { Message } from '@renkei/contract';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { makeMessage } from '../../testing/make-message.ts';
import { Page } from '../../testing/render-content.tsx';
import { MessageRow } from './message-row.tsx';

afterEach(cleanup);

function renderRow(changes: Partial<Message>, isContinued = false): HTMLElement {
  const { container } = render(
    <Page>
      <MessageRow
        message={makeMessage(changes)}
        isContinued={isContinued}
        isMarked={false}
        contactName="Emma"
        onReply={vi.fn<(message: Message) => void>()}
        onJump={vi.fn<(messageId: string) => void>()}
      />
    </Page>,
  );
  return container;
}

test.each([
  ['forwarded', 'Forwarded'],
  ['often', 'Forwarded many times'],
] as const)('a message that was forwarded (%s) says so', (forwarded, words) => {
  renderRow({ forwarded });
  expect(screen.getByText(words)).toBeDefined();
});

test('a message from an advertisement shows which, and loads no picture of Meta', () => {
  const container = renderRow({
    referral: {
      source: 'ad',
      sourceId: '1202',
      url: 'https://fb.me/9zKd2Lq7p',
      headline: 'Chat with our studio',
      body: 'Hand-thrown stoneware',
      mediaUrl: 'https://scontent.example.net/ad.jpg',
      clickId: 'ARB',
    },
  });
  const card = screen.getByRole('complementary');
  expect(card.textContent).toContain('Came from an advertisementChat with our studioHand-thrown stoneware');
  expect(screen.getByRole('link', { name: 'https://fb.me/9zKd2Lq7p' })).toBeDefined();
  expect(container.innerHTML).not.toContain('scontent.example.net');
});

test('a message about a product names it', () => {
  const container = renderRow({ referredProduct: { catalogId: '6011', productId: 'POT-9' } });
  expect(container.textContent).toContain('Asks about POT-9 of catalog 6011');
});

test('in a group each message says who wrote it, once for several in a row', () => {
  const participant = { name: 'Hanako', phoneNumber: '+819012340001' };
  expect(renderRow({ participant }).textContent).toContain('Hanako+819012340001');
  cleanup();
  expect(renderRow({ participant }, true).textContent).not.toContain('+819012340001');
  expect(screen.getByText('Hanako')).toBeDefined();
  cleanup();
  renderRow({ participant: { name: null, phoneNumber: null } });
  expect(screen.getByText('Unknown member')).toBeDefined();
});

test('a changed message is marked, and what it said before opens beside it', async () => {
  renderRow({
    content: { kind: 'text', body: 'At eleven' },
    earlierVersions: [{ text: 'At *ten*', replacedAt: '2026-11-21T09:05:00.000Z' }],
  });
  fireEvent.click(screen.getByRole('button', { name: 'Edited' }));
  const history = await screen.findByRole('dialog', { name: 'Edited' });
  expect(history.textContent).toContain('What it said before');
  expect(history.querySelector('strong')?.textContent).toBe('ten');
});

test('a deleted message says who deleted it and when, and offers neither answer nor history', () => {
  const container = renderRow({
    content: { kind: 'revoked', was: 'text' },
    revokedAt: '2026-11-21T09:05:00.000Z',
    earlierVersions: [{ text: 'Secret', replacedAt: '2026-11-21T09:01:00.000Z' }],
  });
  expect(container.textContent).toContain('This message was deleted');
  expect(container.textContent).toContain('Deleted by the customer at');
  expect(screen.queryByRole('button')).toBeNull();
  cleanup();
  const echo = renderRow({
    direction: 'echo',
    content: { kind: 'revoked', was: 'text' },
    revokedAt: '2026-11-21T09:05:00.000Z',
  });
  expect(echo.textContent).toContain('Deleted on the phone at');
});

test('an inbound message with an error says what and offers no sending again', () => {
  const words = { en: 'Something went wrong', ja: '問題が発生しました' };
  renderRow({
    problem: { code: 'x', title: words, detail: words, remedy: words, source: null, providerCode: 131_000 },
  });
  expect(screen.getAllByText(/Something went wrong/).length).toBeGreaterThan(0);
  expect(screen.queryByRole('button', { name: /Send again/ })).toBeNull();
});

test('a message that Meta refused tells what, why and what to do, and leads to the code and its page', () => {
  const page = 'https://developers.facebook.com/some/page';
  renderRow({
    state: 'failed',
    problem: {
      code: 'provider_refused',
      title: { en: 'WhatsApp refused the message', ja: '拒否されました' },
      detail: { en: 'Message undeliverable (131026). Meta says: “no”', ja: '配信できません（131026）。' },
      remedy: { en: 'Check the number.', ja: '番号をご確認ください。' },
      source: page,
      providerCode: 131_026,
    },
  });
  const card = within(screen.getByRole('alert'));
  expect(card.getByText(/Meta says: “no”/)).toBeDefined();
  expect(card.getByText('Check the number.')).toBeDefined();
  expect(card.getByRole('link', { name: '131026' }).getAttribute('href')).toBe('/docs/errors/meta/131026');
  expect(card.getByRole('link', { name: 'developers.facebook.com' }).getAttribute('href')).toBe(page);
});

test('sending again is offered where that is right, and only there', () => {
  const words = { en: 'Not sent', ja: '未送信' };
  const problem = { code: 'x', title: words, detail: words, remedy: words, source: null, providerCode: null };
  renderRow({ state: 'failed', problem, canResend: false });
  expect(screen.queryByRole('button', { name: /Send again/ })).toBeNull();
  renderRow({ state: 'failed', problem, canResend: true });
  expect(screen.getByRole('button', { name: /Send again/ })).toBeDefined();
});

test('a quote of a kind without words says the kind', () => {
  renderRow({ replyTo: { messageId: 'm', direction: 'outbound', kind: 'payment_request', preview: null } });
  expect(screen.getByRole('button', { name: /We\s*Payment request/ })).toBeDefined();
});
