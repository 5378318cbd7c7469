// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Hint } from './hint.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function open() {
  render(
    <Hint label="Attach a file">
      <button type="button" aria-label="Attach a file" />
    </Hint>,
  );
  return screen.getByRole('button', { name: 'Attach a file' });
}
const rest = () =>
  act(() => {
    vi.advanceTimersByTime(1_000);
  });

test('a mouse that rests on a button is told its name until it leaves', () => {
  const button = open();
  fireEvent.pointerEnter(button, { pointerType: 'mouse' });
  expect(screen.queryByRole('tooltip')).toBeNull();
  rest();
  expect(screen.getByRole('tooltip').textContent).toBe('Attach a file');
  fireEvent.pointerLeave(button, { pointerType: 'mouse' });
  expect(screen.queryByRole('tooltip')).toBeNull();
});

test('a finger, and a mouse that only passes, are told nothing', () => {
  const button = open();
  fireEvent.pointerEnter(button, { pointerType: 'touch' });
  rest();
  fireEvent.pointerEnter(button, { pointerType: 'mouse' });
  fireEvent.pointerLeave(button, { pointerType: 'mouse' });
  rest();
  expect(screen.queryByRole('tooltip')).toBeNull();
});

test('Escape takes the name away', () => {
  const button = open();
  fireEvent.pointerEnter(button, { pointerType: 'mouse' });
  rest();
  fireEvent.keyDown(button, { key: 'Escape' });
  expect(screen.queryByRole('tooltip')).toBeNull();
});
