// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { makeMedia } from '../../testing/make-message.ts';
import { renderContent } from '../../testing/render-content.tsx';

afterEach(cleanup);

test('a picture is described by its caption and can be enlarged', async () => {
  const shown = await renderContent({ kind: 'image', mediaId: 'media', caption: 'A *box*' }, [makeMedia()]);
  expect(screen.getByRole('button', { name: 'Enlarge: A *box*' })).toBeDefined();
  expect(shown.querySelector('strong')?.textContent).toBe('box');
});

test('a film has controls and its caption', async () => {
  const shown = await renderContent({ kind: 'video', mediaId: 'media', caption: 'Look' }, [makeMedia()]);
  expect(shown.querySelector('video')?.controls).toBe(true);
  expect(shown.textContent).toContain('Look');
});

test('a voice note and a sound file are played the same way and told apart', async () => {
  const sound = makeMedia({ mimeType: 'audio/ogg', durationMs: 74_200 });
  await renderContent({ kind: 'audio', mediaId: 'media', voice: true }, [sound]);
  expect(screen.getByRole('button', { name: 'Play' })).toBeDefined();
  expect(screen.getByRole('img', { name: 'Voice note' })).toBeDefined();
  expect(screen.getByRole('slider', { name: 'Position' }).getAttribute('aria-valuetext')).toBe('0:00 / 1:14');
  cleanup();
  await renderContent({ kind: 'audio', mediaId: 'media' }, [sound]);
  expect(screen.getByRole('img', { name: 'Audio file' })).toBeDefined();
});

test('a document shows its name, kind and size, and is downloaded', async () => {
  await renderContent({ kind: 'document', mediaId: 'media', fileName: 'offer.pdf', caption: 'As agreed' }, [
    makeMedia({ mimeType: 'application/pdf' }),
  ]);
  const link = screen.getByRole('link', { name: /offer\.pdf.*PDF · 284 kB.*Download/ });
  expect(link.hasAttribute('download')).toBe(true);
  expect(screen.getByText('As agreed')).toBeDefined();
});

test('a sticker is a picture by its name', async () => {
  await renderContent({ kind: 'sticker', mediaId: 'media' }, [makeMedia()]);
  expect(screen.getByRole('img', { name: 'Sticker' })).toBeDefined();
});

test('a file that is on its way, and one that could not be had, say so', async () => {
  const content = { kind: 'image', mediaId: 'media' } as const;
  await renderContent(content, [makeMedia({ state: 'pending' })]);
  expect(screen.getByRole('status').textContent).toContain('being downloaded');
  cleanup();
  const words = (text: string) => ({ en: text, ja: text });
  const problem = {
    code: 'media_expired',
    title: words('WhatsApp no longer has it'),
    detail: words(''),
    remedy: words('Ask for it again'),
    source: null,
    providerCode: null,
  };
  const failed = await renderContent(content, [makeMedia({ state: 'failed', problem })]);
  expect(failed.textContent).toBe('WhatsApp no longer has itAsk for it again');
});

test('text is formatted as WhatsApp does, and a few emoji alone are drawn large', async () => {
  const text = await renderContent({ kind: 'text', body: 'It is *bold*' });
  expect(text.querySelector('strong')?.textContent).toBe('bold');
  cleanup();
  const emoji = await renderContent({ kind: 'text', body: '🎉🙌' });
  expect(emoji.querySelector('p')?.className).toContain('bigEmoji');
});
