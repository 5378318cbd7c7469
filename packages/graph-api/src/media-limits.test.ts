import { describe, expect, it } from 'vitest';
import {
  checkMedia,
  findMediaKind,
  type MediaKind,
  mediaKinds,
  staticStickerMaxBytes,
} from './media-limits.ts';

const kinds = ['image', 'video', 'audio', 'document', 'sticker'] as const satisfies readonly MediaKind[];

describe('media limits', () => {
  it('are those of Meta, in bytes', () => {
    expect(Object.fromEntries(kinds.map((kind) => [kind, mediaKinds[kind].maxBytes]))).toEqual({
      image: 5_242_880,
      video: 16_777_216,
      audio: 16_777_216,
      document: 104_857_600,
      sticker: 512_000,
    });
  });

  it('allow captions on images, videos and documents only', () => {
    expect(kinds.filter((kind) => mediaKinds[kind].captionAllowed)).toEqual(['image', 'video', 'document']);
  });

  it.each(kinds)('%s: take the last allowed byte and refuse the next', (kind) => {
    const { mimeTypes, maxBytes } = mediaKinds[kind];
    for (const mimeType of mimeTypes) {
      expect(checkMedia({ kind, mimeType, sizeBytes: maxBytes })).toEqual({ ok: true });
      expect(checkMedia({ kind, mimeType, sizeBytes: maxBytes + 1 })).toEqual({
        ok: false,
        reason: 'too_large',
        maxBytes,
      });
    }
  });

  it('refuse an empty file', () => {
    expect(checkMedia({ kind: 'image', mimeType: 'image/png', sizeBytes: 0 })).toMatchObject({
      reason: 'empty',
    });
  });

  it('refuse a type of another kind and say which are taken', () => {
    expect(checkMedia({ kind: 'image', mimeType: 'application/x-msdownload', sizeBytes: 1 })).toEqual({
      ok: false,
      reason: 'mime_type_not_allowed',
      allowed: ['image/jpeg', 'image/png'],
    });
  });

  it('ignore parameters and case of the MIME type', () => {
    expect(checkMedia({ kind: 'audio', mimeType: 'Audio/OGG; codecs=opus', sizeBytes: 9 })).toEqual({
      ok: true,
    });
  });

  it('are smaller for still stickers', () => {
    const facts = { kind: 'sticker', mimeType: 'image/webp', sizeBytes: staticStickerMaxBytes + 1 } as const;
    expect(checkMedia({ ...facts, animated: false })).toMatchObject({
      reason: 'too_large',
      maxBytes: 102_400,
    });
    expect(checkMedia({ ...facts, animated: true })).toEqual({ ok: true });
  });
});

describe('findMediaKind', () => {
  it.each([
    ['image/jpeg', 'image'],
    ['video/3gpp', 'video'],
    ['audio/ogg; codecs=opus', 'audio'],
    ['application/pdf', 'document'],
    ['image/webp', undefined],
    ['application/x-msdownload', undefined],
  ])('%s is sent as %s', (mimeType, kind) => {
    expect(findMediaKind(mimeType)).toBe(kind);
  });
});
