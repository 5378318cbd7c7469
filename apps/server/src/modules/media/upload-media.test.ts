import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compoundFile, officeFile, waveSound } from '../../../test/sample-bytes.ts';
import { createMediaHarness, type MediaHarness, readFixture } from './media-harness.suite.ts';

/** What is made and what is refused where there is no ffmpeg. */
let harness: MediaHarness;
beforeAll(async () => {
  harness = await createMediaHarness({ ffmpeg: undefined });
});
afterAll(() => harness.close());

const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)]);
const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#345' } });
/** Nothing that compresses. */
const noise = (width: number, height: number) =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });

describe('images', () => {
  it('are kept as they come when WhatsApp takes them', async () => {
    const bytes = await flat(900, 600).png().toBuffer();
    const media = await harness.upload('image', '../../猫.png', bytes);
    expect(media).toMatchObject({ fileName: '猫.png', width: 900, state: 'stored', converted: null });
    expect(await harness.bytesOf(media.id)).toEqual(bytes);
  });

  it('of an iPhone (HEIC) become JPEG with the same picture', async () => {
    const media = await harness.upload('image', 'IMG_0042.HEIC', await readFixture('picture.heic'));
    expect(media).toMatchObject({
      fileName: 'IMG_0042.jpg',
      mimeType: 'image/jpeg',
      width: 96,
      height: 64,
      hasThumbnail: true,
      converted: { from: 'image/heic', reasons: ['format'] },
    });
    const { data, info } = await sharp(await harness.bytesOf(media.id))
      .raw()
      .toBuffer({ resolveWithObject: true });
    // Its left half is red, its right half is blue.
    const pixel = (x: number) => [...data.subarray((10 * info.width + x) * 3, (10 * info.width + x) * 3 + 3)];
    const near = (...colour: readonly number[]) => colour.map((value) => expect.closeTo(value, -1.6));
    expect(pixel(10)).toEqual(near(254, 0, 0));
    expect(pixel(85)).toEqual(near(0, 0, 254));
  });

  it('in WebP become JPEG, or PNG where something shines through', async () => {
    const opaque = await harness.upload('image', 'a.webp', await flat(80, 60).webp().toBuffer());
    expect(opaque).toMatchObject({ mimeType: 'image/jpeg', converted: { from: 'image/webp' } });
    const clear = sharp({ create: { width: 80, height: 60, channels: 4, background: '#1234' } });
    const transparent = await harness.upload('image', 'b.webp', await clear.webp().toBuffer());
    expect(transparent).toMatchObject({ mimeType: 'image/png', fileName: 'b.png' });
  });

  it('are turned upright and lose place and camera', async () => {
    const exif = { IFD0: { Make: 'Camera' }, IFD3: { GPSLatitude: '35/1 39/1 29/1', GPSLatitudeRef: 'N' } };
    const bytes = await flat(80, 60).jpeg().withExif(exif).withMetadata({ orientation: 6 }).toBuffer();
    const media = await harness.upload('image', 'a.jpg', bytes);
    expect(media).toMatchObject({
      width: 60,
      height: 80,
      converted: { from: 'image/jpeg', reasons: ['orientation', 'metadata'] },
    });
    const kept = await sharp(await harness.bytesOf(media.id)).metadata();
    expect(kept).toMatchObject({ width: 60, height: 80 });
    expect(kept.exif).toBeUndefined();
  });

  it('above 5 MB are made smaller, still worth looking at', async () => {
    const bytes = await noise(2600, 2000).png().toBuffer();
    expect(bytes.byteLength).toBeGreaterThan(5 * 1024 * 1024);
    const media = await harness.upload('image', 'a.png', bytes);
    expect(media.converted?.reasons).toContain('size');
    expect(media.sizeBytes).toBeLessThan(5 * 1024 * 1024);
    expect(media.width).toBeGreaterThanOrEqual(1280);
  }, 30_000);

  it('in print colours or with 16 bits become what a phone shows', async () => {
    const print = await flat(40, 40).toColourspace('cmyk').jpeg().toBuffer();
    expect(await harness.upload('image', 'a.jpg', print)).toMatchObject({
      converted: { reasons: ['format'] },
    });
    const deep = await flat(40, 40).toColourspace('rgb16').png().toBuffer();
    const media = await harness.upload('image', 'b.png', deep);
    expect(await sharp(await harness.bytesOf(media.id)).metadata()).toMatchObject({ depth: 'uchar' });
  });

  it('that move are refused with what to do instead', async () => {
    await expect(harness.upload('image', 'a.gif', await movingPicture('gif'))).rejects.toMatchObject({
      code: 'media_type_refused',
      problem: { remedy: { en: expect.stringContaining('MP4') } },
    });
    await expect(harness.upload('image', 'a.webp', await movingPicture('webp'))).rejects.toMatchObject({
      problem: { detail: { ja: expect.stringContaining('アニメーション') } },
    });
  });

  it('that are cut short are refused instead of sent', async () => {
    const bytes = await readFixture('picture.heic');
    await expect(harness.upload('image', 'a.heic', bytes.subarray(0, 300))).rejects.toMatchObject({
      code: 'media_unreadable',
    });
  });
});

describe('stickers', () => {
  it('are made of any picture: 512 × 512, WebP, at most 100 kB', async () => {
    const media = await harness.upload('sticker', 'cat.png', await noise(900, 600).png().toBuffer());
    expect(media).toMatchObject({ mimeType: 'image/webp', width: 512, height: 512, fileName: 'cat.webp' });
    expect(media.sizeBytes).toBeLessThanOrEqual(100 * 1024);
    expect(media.converted).toEqual({ from: 'image/png', reasons: ['format', 'size'] });
  });

  it('go on moving', async () => {
    const media = await harness.upload('sticker', 'a.gif', await movingPicture('gif'));
    const kept = await sharp(await harness.bytesOf(media.id), { animated: true }).metadata();
    expect(kept).toMatchObject({ format: 'webp', width: 512, pageHeight: 512, pages: 2 });
  });

  it('that fit are kept as they come', async () => {
    const bytes = await flat(512, 512).webp().toBuffer();
    const media = await harness.upload('sticker', 'a.webp', bytes);
    expect(await harness.bytesOf(media.id)).toEqual(bytes);
  });
});

describe('documents', () => {
  const type = async (fileName: string, bytes: Buffer) =>
    (await harness.upload('document', fileName, bytes)).mimeType;
  const openXml = 'application/vnd.openxmlformats-officedocument';

  it('are known by their bytes, new and old Office alike', async () => {
    expect(await type('a.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'))).toBe('application/pdf');
    expect(await type('a.docx', officeFile('word'))).toBe(`${openXml}.wordprocessingml.document`);
    expect(await type('a.xlsx', officeFile('xl'))).toBe(`${openXml}.spreadsheetml.sheet`);
    expect(await type('a.pptx', officeFile('ppt'))).toBe(`${openXml}.presentationml.presentation`);
    expect(await type('no ending', compoundFile('WordDocument'))).toBe('application/msword');
    expect(await type('a.xls', compoundFile('Workbook'))).toBe('application/vnd.ms-excel');
    expect(await type('a.ppt', compoundFile('PowerPoint Document'))).toBe('application/vnd.ms-powerpoint');
    expect(await type('a.xlsx', compoundFile('EncryptedPackage'))).toBe(`${openXml}.spreadsheetml.sheet`);
  });

  it('of text may be in the encodings of Japan', async () => {
    const shiftJis = Buffer.from([0x93, 0xfa, 0x96, 0x7b, 0x2c, 0x31, 0x0a]);
    expect(await type('売上.csv', shiftJis)).toBe('text/plain');
    expect(await type('a.txt', Buffer.from('\ufeff日本', 'utf16le'))).toBe('text/plain');
  });

  it('are refused when they are something else, saying what is taken', async () => {
    await expect(type('setup', program)).rejects.toMatchObject({
      code: 'media_type_refused',
      problem: {
        detail: { en: expect.stringContaining('PDF, Word'), ja: expect.stringContaining('100 MB') },
        source: expect.stringContaining('2025-12-11'),
      },
    });
    await expect(type('installer.msi', compoundFile('SummaryInformation'))).rejects.toMatchObject({
      code: 'media_type_refused',
    });
  });

  it('are refused when the name says otherwise', async () => {
    await expect(type('invoice.pdf', program)).rejects.toMatchObject({ code: 'media_content_mismatch' });
    await expect(type('table.xls', compoundFile('WordDocument'))).rejects.toMatchObject({
      code: 'media_content_mismatch',
    });
  });

  it('are refused when empty', async () => {
    await expect(type('a.txt', Buffer.alloc(0))).rejects.toMatchObject({ status: 422 });
  });
});

describe('sounds', () => {
  it('recorded by a browser become Ogg with Opus and one channel, with length and waveform', async () => {
    const webm = await readFixture('recording-stereo.webm');
    const media = await harness.upload('audio', 'voice.webm', webm, { voice: true });
    expect(media).toMatchObject({
      mimeType: 'audio/ogg',
      fileName: 'voice.ogg',
      durationMs: expect.closeTo(2000, -2),
      waveform: expect.any(Array),
      converted: { from: 'audio/webm', reasons: ['format', 'mono'] },
    });
    const bytes = await harness.bytesOf(media.id);
    expect(bytes.subarray(0, 4).toString()).toBe('OggS');
    // The OpusHead begins after a page header with one segment; its tenth byte counts the channels.
    expect(bytes.subarray(28, 36).toString()).toBe('OpusHead');
    expect(bytes[37]).toBe(1);
  });

  it('are told to the provider with their codec', async () => {
    const media = await harness.upload('audio', 'voice.ogg', await readFixture('voice.ogg'));
    expect(media.converted).toBeNull();
    await harness.media.provideForSend(harness.workspaceId, '0192d1f0-0000-7000-8000-000000000001', media.id);
    expect(harness.provider.uploads.at(-1)?.mimeType).toBe('audio/ogg; codecs=opus');
  });

  it('have their length told even where no header has it', async () => {
    const frame = Buffer.concat([Buffer.from([0x3c]), Buffer.alloc(31)]);
    const amr = Buffer.concat([Buffer.from('#!AMR\n'), ...Array.from({ length: 50 }, () => frame)]);
    expect(await harness.upload('audio', 'a.amr', amr)).toMatchObject({ durationMs: 1000 });
  });

  it('that only ffmpeg could convert are refused with what would help', async () => {
    for (const [name, bytes] of [
      ['a.wav', waveSound(1)],
      ['a.ogg', await readFixture('vorbis.ogg')],
    ] as const) {
      await expect(harness.upload('audio', name, bytes)).rejects.toMatchObject({
        code: 'media_type_refused',
        problem: { detail: { en: expect.stringContaining('ffmpeg'), ja: expect.stringContaining('ffmpeg') } },
      });
    }
  });
});

describe('videos', () => {
  it('of a camera (MOV) become MP4 without the place, and play at once', async () => {
    const media = await harness.upload('video', 'IMG_7.MOV', await readFixture('camera.mov'));
    expect(media).toMatchObject({
      mimeType: 'video/mp4',
      fileName: 'IMG_7.mp4',
      width: 64,
      height: 48,
      durationMs: expect.closeTo(1000, -2),
      converted: { from: 'video/quicktime', reasons: ['format', 'metadata'] },
    });
    const bytes = await harness.bytesOf(media.id);
    expect(bytes.includes('+35.6581')).toBe(false);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
  });

  it('with a picture that WhatsApp does not take are refused by its name', async () => {
    await expect(harness.upload('video', 'a.mp4', await readFixture('hevc.mp4'))).rejects.toMatchObject({
      code: 'media_type_refused',
      problem: { detail: { en: expect.stringMatching(/H\.265.*H\.264.*ffmpeg/) } },
    });
  });

  it('larger than is worth reading are refused', async () => {
    const bytes = Buffer.alloc(101 * 1024 * 1024);
    await expect(harness.upload('video', 'a.mp4', bytes)).rejects.toMatchObject({ code: 'media_too_large' });
  });
});

async function movingPicture(format: 'gif' | 'webp'): Promise<Buffer> {
  const frames = await Promise.all(
    ['#f00', '#00f'].map((background) =>
      sharp({ create: { width: 60, height: 40, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    .toFormat(format, { delay: [100, 100] })
    .toBuffer();
}
