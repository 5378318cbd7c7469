// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { writeFormDraft } from '../../data/drafts.ts';
import { makeConversation } from '../../testing/make-conversation.ts';
import { Page } from '../../testing/render-content.tsx';
import { InsertMenu } from './insert-menu.tsx';

const { call } = vi.hoisted(() => ({ call: vi.fn<() => Promise<unknown>>() }));
vi.mock('../../../../lib/client.ts', () => ({ client: { call } }));

beforeEach(() => {
  localStorage.clear();
  call.mockReset().mockReturnValue(new Promise(() => undefined));
});
afterEach(cleanup);

function renderMenu({ isGroup = false } = {}) {
  const chosen = { onFile: vi.fn<() => void>(), onForm: vi.fn<() => void>(), onSlash: vi.fn<() => void>() };
  render(
    <Page>
      <InsertMenu conversation={makeConversation({ isGroup })} {...chosen} />
    </Page>,
  );
  return chosen;
}

const search = () => screen.getByRole('combobox');
const type = (text: string) => fireEvent.change(search(), { target: { value: text } });
const press = (key: string) => act(async () => void fireEvent.keyDown(search(), { key, code: key }));

test('what is typed finds by name and by what it is good for, and Enter takes the first', async () => {
  const { onForm } = renderMenu();
  // The popover gives it the focus.
  expect(search().hasAttribute('data-autofocus')).toBe(true);
  type('ANSWERS to tap');
  expect(screen.getAllByRole('option')).toHaveLength(1);
  await press('Enter');
  expect(onForm).toHaveBeenCalledWith(expect.objectContaining({ kind: 'buttons' }));
});

test('the arrow keys go on from there', async () => {
  const { onFile } = renderMenu();
  await press('ArrowDown');
  await press('Enter');
  expect(onFile).toHaveBeenCalledWith('video');
});

test('a second stroke is one to be written', () => {
  const { onSlash } = renderMenu();
  type('/');
  expect(onSlash).toHaveBeenCalled();
});

test('what is for groups is offered in groups, and what is for people to people', () => {
  renderMenu();
  expect(screen.queryByText('Ask whether you may call')).not.toBeNull();
  expect(screen.queryByText(/^Keep a message at the top/)).toBeNull();
  cleanup();
  renderMenu({ isGroup: true });
  expect(screen.queryByText('Ask whether you may call')).toBeNull();
  expect(screen.queryByText(/^Keep a message at the top/)).not.toBeNull();
});

test('a form that has been begun says so', () => {
  writeFormDraft(makeConversation().id, 'list', { body: 'x' });
  renderMenu();
  const drafts = screen.getAllByRole('option').filter((option) => option.textContent?.includes('Draft'));
  expect(drafts).toHaveLength(1);
});

test('a search without a finding says so', () => {
  renderMenu();
  type('hologram');
  expect(screen.queryByText('No matches.')).not.toBeNull();
});

test('what the provider of the number does not send is left out, and named', async () => {
  const { channel } = makeConversation();
  const capabilities = { kinds: ['text', 'image', 'location'], quotes: false };
  call.mockResolvedValue({ items: [{ ...channel, provider: 'twilio', onBusinessApp: false, capabilities }] });
  renderMenu();
  const note = await screen.findByText(/^This number is at Twilio, which does not send: .*Buttons, List/);
  expect(screen.getAllByRole('option')).toHaveLength(2);
  type('answers to tap');
  expect(screen.queryAllByRole('option')).toHaveLength(0);
  expect(note.textContent).toContain('Buttons');
  expect(note.textContent).not.toContain('Video');
  expect(screen.queryByText('No matches.')).toBeNull();
});
