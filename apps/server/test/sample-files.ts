import { readFile } from 'node:fs/promises';
import type { MediaContentKind } from '@renkei/contract';
import sharp from 'sharp';

export interface SampleFile {
  readonly fileName: string;
  readonly mimeType: string;
  readonly read: () => Promise<Buffer>;
}

/** A file of each kind that WhatsApp takes, with bytes that are what they say. */
export const sampleFiles: { readonly [Kind in MediaContentKind]: SampleFile } = {
  image: {
    fileName: 'dot.png',
    mimeType: 'image/png',
    read: () => picture(4).png().toBuffer(),
  },
  video: {
    fileName: 'ball.mp4',
    mimeType: 'video/mp4',
    read: () => readFile(new URL('../../../e2e/fixtures/moving-ball.mp4', import.meta.url)),
  },
  audio: {
    fileName: 'note.amr',
    mimeType: 'audio/amr',
    read: async () => Buffer.from('#!AMR\n<\x91\x17\x16\xbe', 'latin1'),
  },
  document: {
    fileName: 'order-2214.pdf',
    mimeType: 'application/pdf',
    read: async () => Buffer.from('%PDF-1.4\n%%EOF\n'),
  },
  sticker: {
    fileName: 'sticker.webp',
    mimeType: 'image/webp',
    read: () => picture(512).webp().toBuffer(),
  },
};

/** One colour, square. */
export function picture(size: number) {
  return sharp({ create: { width: size, height: size, channels: 3, background: '#345' } });
}
