// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ChatContext } from '../chat/chat-context.ts';
import { en } from '../i18n/en.ts';
import { createChatContext } from '../testing/chat-context.ts';
import { Composer } from './Composer.tsx';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
});

test('what was typed is still there when the chat is opened again', () => {
  fireEvent.change(open().field, { target: { value: 'half a sent' } });
  cleanup();
  expect(open().field.value).toBe('half a sent');
});

test('Enter sends the text and empties the field', () => {
  const { send, field } = open();
  fireEvent.change(field, { target: { value: ' Hello ' } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(send).toHaveBeenCalledExactlyOnceWith({
    type: 'text',
    content: { body: 'Hello' },
    contextId: undefined,
  });
  expect(field.value).toBe('');
});

test('Enter that ends a Japanese composition sends nothing, in browsers old and new', () => {
  const { send, field } = open();
  fireEvent.change(field, { target: { value: 'にほん' } });
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
  expect(send).not.toHaveBeenCalled();
});

test('Shift and Enter make a new line instead of sending', () => {
  const { send, field } = open();
  fireEvent.change(field, { target: { value: 'one' } });
  fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
  expect(send).not.toHaveBeenCalled();
});

test('a text above 4,096 characters is not sent and says by how much it is too long', () => {
  const { send, field } = open();
  fireEvent.change(field, { target: { value: 'a'.repeat(4_098) } });
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(send).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toBe(en.composer.tooLong(2));
});

test('Escape closes the emoji', () => {
  const { field } = open();
  fireEvent.click(screen.getByRole('button', { name: en.composer.emoji }));
  expect(screen.queryByRole('button', { name: '🎉' })).not.toBeNull();
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(screen.queryByRole('button', { name: '🎉' })).toBeNull();
});

test('without a microphone the recorder says so instead of failing silently', async () => {
  vi.stubGlobal('MediaRecorder', undefined);
  open();
  fireEvent.click(screen.getByRole('button', { name: en.composer.record }));
  expect((await screen.findByRole('alert')).textContent).toBe(en.voice.unsupported);
  vi.unstubAllGlobals();
});

function open() {
  const { context, send } = createChatContext();
  const nothing = () => undefined;
  render(
    <ChatContext value={context}>
      <Composer chatKey="phone-chat" replyTo={undefined} onReplyDone={nothing} takesFocus={false} />
    </ChatContext>,
  );
  const field = screen.getByRole<HTMLTextAreaElement>('textbox', { name: en.composer.placeholder });
  return { send, field };
}
