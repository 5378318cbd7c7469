// @vitest-environment happy-dom
import type { Problem } from '@renkei/contract';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { makeMedia } from '../testing/make-message.ts';
import { Page } from '../testing/render-content.tsx';
import { attachmentKindOf } from './attachment-kind.ts';
import { AttachmentList } from './attachment-list.tsx';
import type { Attachment, Attachments } from './use-attachments.ts';

afterEach(cleanup);

const words = (text: string) => ({ en: text, ja: text });
const problemWith = (code: string): Problem => ({
  code,
  title: words('It was refused'),
  detail: words('This picture moves.'),
  remedy: words('Do something else.'),
  source: 'Meta, Media',
  providerCode: null,
});

const file = new File(['…'], 'cat.gif', { type: 'image/gif' });

function show(changes: Partial<Attachment>): Attachments {
  const attachment: Attachment = {
    ...{ id: 'one', file: null, fileName: 'cat.heic', sizeBytes: 2_000_000, kind: 'image' },
    ...{ progress: 0.4, media: null, previewUrl: null, problem: null },
    ...changes,
  };
  const attachments: Attachments = {
    ...{ list: [attachment], ready: [], isBusy: false },
    ...{ add: vi.fn<Attachments['add']>(), remove: vi.fn<Attachments['remove']>() },
    ...{ clear: vi.fn<Attachments['clear']>(), sendAs: vi.fn<Attachments['sendAs']>() },
  };
  render(
    <Page>
      <AttachmentList attachments={attachments} />
    </Page>,
  );
  return attachments;
}

test('a file on its way shows how far it is and can be cancelled', () => {
  const { remove } = show({});
  expect(screen.getByRole('listitem').textContent).toContain('40 %');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel the upload of cat.heic' }));
  expect(remove).toHaveBeenCalledOnce();
});

test('a file that is being looked at says so', () => {
  show({ progress: 1 });
  expect(screen.getByRole('listitem').textContent).toContain('Checking…');
});

test('a converted file says what was changed', () => {
  const converted = { from: 'image/heic', reasons: ['format', 'size', 'metadata'] } as const;
  show({ media: makeMedia({ converted: { ...converted, reasons: [...converted.reasons] } }) });
  expect(screen.getByRole('listitem').textContent).toContain(
    'Converted from HEIC to JPEG · made smaller · place and camera removed',
  );
});

test('a refused file says why, and a moving picture may become a sticker', () => {
  const { sendAs } = show({ file, problem: problemWith('media_type_refused') });
  expect(screen.getByRole('alert').textContent).toContain('This picture moves.');
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Send as: Sticker' }));
  expect(sendAs).toHaveBeenCalledWith(expect.anything(), 'sticker');
});

test('a picture that was chosen as a document may be sent as what it is', () => {
  const { sendAs } = show({ file, kind: 'document', problem: problemWith('media_type_refused') });
  fireEvent.click(screen.getByRole('button', { name: 'Send as: Image' }));
  expect(sendAs).toHaveBeenCalledWith(expect.anything(), 'image');
});

test('a file that did not arrive can be tried again', () => {
  const { sendAs } = show({ problem: problemWith('network_unreachable') });
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(sendAs).toHaveBeenCalledWith(expect.anything(), 'image');
});

test('files become what their type says, or their name where the browser knows no type', () => {
  expect(attachmentKindOf({ type: 'image/webp', name: 'a.webp' })).toBe('image');
  expect(attachmentKindOf({ type: '', name: 'IMG_1.HEIC' })).toBe('image');
  expect(attachmentKindOf({ type: 'video/quicktime', name: 'a.mov' })).toBe('video');
  expect(attachmentKindOf({ type: 'application/pdf', name: 'a.pdf' })).toBe('document');
});
