// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeConversation } from '../../testing/make-conversation.ts';
import { Page } from '../../testing/render-content.tsx';
import { formOf } from './form-support.ts';
import { MessageForm } from './message-form.tsx';

const call = vi.hoisted(() => vi.fn<() => Promise<unknown>>());
vi.mock('../../../../lib/client.ts', () => ({
  client: { call },
  mediaUrl: String,
  mediaThumbnailUrl: String,
  mediaDownloadUrl: String,
}));
const send = vi.hoisted(() => vi.fn<() => void>());
vi.mock('../../data/use-send.ts', () => ({ useSend: () => send }));

// Fields that grow ask it when the faces have come; happy-dom has none.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });

beforeEach(() => {
  localStorage.clear();
  call.mockResolvedValue({ decision: 'allow', problem: null, findings: [] });
});
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

function renderForm() {
  const onSent = vi.fn<() => void>();
  render(
    <Page>
      <MessageForm
        conversation={makeConversation()}
        name="link_button"
        field={formOf('link_button').field}
        replyTo={null}
        onReplyTo={() => undefined}
        onSent={onSent}
      />
    </Page>,
  );
  return onSent;
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const type = (name: string, text: string) => fireEvent.change(field(name), { target: { value: text } });
const sendButton = () => screen.getByRole('button', { name: 'Send' });

function fillIn() {
  type('Text', 'Our shop');
  type('Button label', 'Open');
  type('Web address', 'https://example.com');
}

test('what is missing is named once somebody wants to send, what is wrong at once', () => {
  renderForm();
  expect(sendButton().getAttribute('aria-disabled')).toBe('true');
  expect(screen.queryByText('3 things are still missing or wrong')).not.toBeNull();
  expect(screen.queryByText('Fill this in')).toBeNull();
  type('Button label', 'x'.repeat(21));
  expect(screen.queryByText('Too long by 1: at most 20 characters')).not.toBeNull();
  fireEvent.click(sendButton());
  expect(screen.getAllByText('Fill this in')).toHaveLength(2);
  expect(send).not.toHaveBeenCalled();
});

test('Ctrl and Enter send what has been typed, and its draft is forgotten', () => {
  const onSent = renderForm();
  fillIn();
  fireEvent.keyDown(field('Text'), { key: 'Enter', ctrlKey: true });
  expect(send).toHaveBeenCalledWith(
    expect.objectContaining({
      content: {
        kind: 'link_button',
        body: 'Our shop',
        link: { label: 'Open', url: 'https://example.com' },
      },
      replyTo: null,
    }),
  );
  expect(onSent).toHaveBeenCalled();
  expect(localStorage).toHaveLength(0);
});

test('Enter alone sends nothing: a message cannot be called back', () => {
  renderForm();
  fillIn();
  fireEvent.keyDown(field('Button label'), { key: 'Enter' });
  expect(send).not.toHaveBeenCalled();
});

test('what the gate would refuse is said before anything is sent', async () => {
  const sentence = (text: string) => ({ en: text, ja: text });
  const problem = {
    code: 'content_not_allowed',
    title: sentence('Not to groups'),
    detail: sentence('Groups take no such message.'),
    remedy: sentence('Write a text.'),
    source: null,
    providerCode: null,
  };
  const finding = {
    rule: 'recipient-takes-content',
    version: '2026-11-21',
    decision: 'refuse',
    until: null,
    problem,
  };
  call.mockResolvedValue({ decision: 'refuse', until: null, problem, findings: [finding] });
  renderForm();
  expect(call).not.toHaveBeenCalled();
  fillIn();
  await waitFor(() => expect(screen.queryByText('Groups take no such message.')).not.toBeNull(), {
    timeout: 3000,
  });
  fireEvent.click(sendButton());
  expect(send).not.toHaveBeenCalled();
});
