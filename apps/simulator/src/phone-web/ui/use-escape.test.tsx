// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useEscape } from './use-escape.ts';

afterEach(cleanup);

function Layer({ isOpen = true, onEscape }: { isOpen?: boolean; onEscape: () => void }) {
  useEscape(isOpen, onEscape);
  return null;
}

test('Escape closes only what was opened last, then what lies below', () => {
  const chat = vi.fn<() => void>();
  const panel = vi.fn<() => void>();
  const view = (isPanelOpen: boolean) => (
    <>
      <Layer isOpen={isPanelOpen} onEscape={panel} />
      <Layer onEscape={chat} />
    </>
  );
  const { rerender } = render(view(false));
  rerender(view(true));

  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(panel).toHaveBeenCalledOnce();
  expect(chat).not.toHaveBeenCalled();

  rerender(view(false));
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(panel).toHaveBeenCalledOnce();
  expect(chat).toHaveBeenCalledOnce();
});

test('Escape that drops an unfinished composition closes nothing', () => {
  const close = vi.fn<() => void>();
  render(<Layer onEscape={close} />);
  fireEvent.keyDown(document.body, { key: 'Escape', isComposing: true });
  expect(close).not.toHaveBeenCalled();
});
