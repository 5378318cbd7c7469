// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Page } from '../testing/render-content.tsx';
import { ScheduleDialog } from './schedule-dialog.tsx';

afterEach(cleanup);

const hourMs = 3_600_000;

/** Null: a template, which no window limits. */
function show(closesInMs: number | null) {
  const onChoose = vi.fn<(sendAt: string) => void>();
  const closesAt = closesInMs === null ? null : new Date(Date.now() + closesInMs).toISOString();
  render(
    <Page>
      <ScheduleDialog closesAt={closesAt} onChoose={onChoose} onClose={() => undefined} />
    </Page>,
  );
  return onChoose;
}

const localField = (atMs: number) => {
  const date = new Date(atMs - new Date(atMs).getTimezoneOffset() * 60_000);
  return date.toISOString().slice(0, 16);
};

test('offers an hour from now, or shortly before the window closes when that comes first', () => {
  const onChoose = show(22 * hourMs);
  fireEvent.click(screen.getByRole('button', { name: 'Schedule' }));
  const inMs = Date.parse(onChoose.mock.calls[0]?.[0] ?? '') - Date.now();
  expect(inMs).toBeGreaterThan(58 * 60_000);
  expect(inMs).toBeLessThanOrEqual(hourMs);
  cleanup();
  const late = show(hourMs / 2);
  fireEvent.click(screen.getByRole('button', { name: 'Schedule' }));
  expect(Date.parse(late.mock.calls[0]?.[0] ?? '')).toBeLessThan(Date.now() + hourMs / 2);
});

test('a time after the end of the window, or gone by, is not taken, and says so', () => {
  const onChoose = show(2 * hourMs);
  const field = screen.getByLabelText('When should it go?');
  for (const [at, says] of [
    [Date.now() + 3 * hourMs, /the customer service window closes then/],
    [Date.now() - hourMs, /Choose a later time/],
  ] as const) {
    fireEvent.change(field, { target: { value: localField(at) } });
    expect(screen.getByText(says)).toBeDefined();
    expect(screen.getByRole('button', { name: 'Schedule' }).hasAttribute('disabled')).toBe(true);
  }
  expect(onChoose).not.toHaveBeenCalled();
});

test('a template may go on any of the next 90 days', () => {
  const onChoose = show(null);
  const field = screen.getByLabelText('When should it go?');
  fireEvent.change(field, { target: { value: localField(Date.now() + 91 * 24 * hourMs) } });
  expect(screen.getByText(/at most 90 days ahead/)).toBeDefined();
  fireEvent.change(field, { target: { value: localField(Date.now() + 30 * 24 * hourMs) } });
  fireEvent.click(screen.getByRole('button', { name: 'Schedule' }));
  expect(onChoose).toHaveBeenCalledOnce();
});
