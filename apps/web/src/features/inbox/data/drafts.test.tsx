// @vitest-environment happy-dom
import type { Media } from '@renkei/contract';
import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { readFileDrafts, writeDraft, writeFileDrafts, writeFormDraft } from './drafts.ts';
import { useFormDraft } from './use-form-draft.ts';

const restore = (stored: unknown) => stored ?? 'blank';
/** As after a reload: nothing is left but what the browser has kept. */
const openForm = (conversationId: string, form: string) =>
  renderHook(() => useFormDraft(conversationId, form, restore)).result;

beforeEach(() => localStorage.clear());

test('what was typed into a form is there again, for its conversation and its kind alone', () => {
  const form = openForm('a', 'buttons');
  act(() => form.current.change({ body: 'Which tea?' }));
  expect(openForm('a', 'buttons').current).toMatchObject({ value: { body: 'Which tea?' }, isBegun: true });
  expect(openForm('a', 'list').current).toMatchObject({ value: 'blank', isBegun: false });
  expect(openForm('b', 'buttons').current).toMatchObject({ value: 'blank', isBegun: false });
});

test('a discarded draft can be had back until something is typed', () => {
  const form = openForm('a', 'buttons');
  act(() => form.current.change('first'));
  act(() => form.current.discard());
  expect(form.current).toMatchObject({ value: 'blank', isBegun: false });
  expect(openForm('a', 'buttons').current.value).toBe('blank');
  act(() => form.current.undo?.());
  expect(form.current).toMatchObject({ value: 'first', isBegun: true, undo: null });
  expect(openForm('a', 'buttons').current.value).toBe('first');
  act(() => form.current.discard());
  act(() => form.current.change('second'));
  expect(form.current.undo).toBeNull();
});

test('what has been sent is forgotten', () => {
  const form = openForm('a', 'buttons');
  act(() => form.current.change('first'));
  act(() => form.current.forget());
  expect(openForm('a', 'buttons').current).toMatchObject({ value: 'blank', isBegun: false });
});

test('text, forms and files of a conversation are kept apart', () => {
  const media: Media = {
    id: '0190a0a0-0000-7000-8000-000000000001',
    state: 'stored',
    mimeType: 'image/png',
    sizeBytes: 10,
    fileName: 'tea.png',
    width: null,
    height: null,
    durationMs: null,
    hasThumbnail: true,
    waveform: null,
    converted: null,
    problem: null,
  };
  writeDraft('a', '{"not":"a form"}');
  writeFormDraft('a', 'files', 'a form of that name');
  writeFileDrafts('a', [{ kind: 'image', media, fileName: 'tea.png' }]);
  expect(readFileDrafts('a')).toEqual([{ kind: 'image', media, fileName: 'tea.png' }]);
  expect(openForm('a', 'files').current.value).toBe('a form of that name');
});

test('what an older version has kept and nobody can read is nothing', () => {
  localStorage.setItem('renkei-draft-a-files', '[{"kind":"hologram"}]');
  localStorage.setItem('renkei-draft-a-form-buttons', '{broken');
  expect(readFileDrafts('a')).toEqual([]);
  expect(openForm('a', 'buttons').current.value).toBe('blank');
});
