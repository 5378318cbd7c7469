import type { Media, MediaContentKind } from '@renkei/contract';
import { expect, test } from 'vitest';
import { composeMessages } from './compose-messages.ts';

function attachment(kind: MediaContentKind, id: string) {
  const media: Media = {
    id,
    state: 'stored',
    mimeType: 'application/octet-stream',
    sizeBytes: 1,
    fileName: null,
    width: null,
    height: null,
    durationMs: null,
    hasThumbnail: false,
    waveform: null,
    converted: null,
    problem: null,
  };
  return { kind, media, fileName: `${id}.bin` };
}

const contents = (text: string, ...kinds: readonly MediaContentKind[]) =>
  composeMessages(
    text,
    kinds.map((kind, index) => attachment(kind, `m${index}`)),
  ).map(({ content }) => content);

test('text alone is one text, without the blanks around it', () => {
  expect(contents('  hello\n')).toEqual([{ kind: 'text', body: 'hello' }]);
});

test('text goes along as the caption of the first file that can have one', () => {
  expect(contents('look', 'audio', 'image', 'document')).toEqual([
    { kind: 'audio', mediaId: 'm0' },
    { kind: 'image', mediaId: 'm1', caption: 'look' },
    { kind: 'document', mediaId: 'm2', fileName: 'm2.bin' },
  ]);
});

test('text that no file can carry, or that is too long for a caption, goes before the files', () => {
  expect(contents('look', 'sticker')[0]).toEqual({ kind: 'text', body: 'look' });
  expect(contents('x'.repeat(1025), 'image')).toHaveLength(2);
});

test('a text with an address says whether its preview is wanted, any other text does not', () => {
  expect(composeMessages('see https://example.com', [])[0]?.content).toMatchObject({ previewUrl: true });
  expect(composeMessages('see https://example.com', [], false)[0]?.content).toMatchObject({
    previewUrl: false,
  });
  expect(contents('see example')[0]).toEqual({ kind: 'text', body: 'see example' });
});
