import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waveSound } from '../../../../test/sample-bytes.ts';
import { createMediaHarness, type MediaHarness, readFixture } from '../media-harness.suite.ts';
import { FfmpegFailed, findFfmpeg } from './ffmpeg.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'renkei ffmpeg '));
});
afterAll(() => rm(folder, { recursive: true }));

describe('looking for ffmpeg', () => {
  it('finds none where PATH has none', () => {
    expect(findFfmpeg({ PATH: folder })).toBeUndefined();
    expect(findFfmpeg({})).toBeUndefined();
  });

  it('finds it in PATH, or where it is said to be, and tells why it failed', async () => {
    const path = join(folder, 'own-ffmpeg');
    await writeFile(path, '#!/bin/sh\necho "no such codec" >&2\nexit 3\n');
    await chmod(path, 0o755);
    const ffmpeg = findFfmpeg({ PATH: '', FFMPEG_PATH: path });
    expect(ffmpeg?.path).toBe(path);
    const failure = await ffmpeg?.convert('in', [], 'out').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(FfmpegFailed);
    expect(String(failure)).toContain('no such codec');
  });
});

/** Each says what happens on this machine: with ffmpeg the conversion, without it the sentence. */
describe('with the ffmpeg of this machine, if it has one', () => {
  const ffmpeg = findFfmpeg();
  let harness: MediaHarness;
  beforeAll(async () => {
    harness = await createMediaHarness({ ffmpeg });
  });
  afterAll(() => harness.close());
  const upload = (kind: 'audio' | 'video', name: string, bytes: Buffer) =>
    harness.upload(kind, name, bytes).catch((error: unknown) => error);
  const refused = { code: 'media_type_refused' };

  it('a WAV sound becomes a voice note', async () => {
    const converted = { from: 'audio/wav', reasons: ['format'] };
    const made = { mimeType: 'audio/ogg', durationMs: expect.closeTo(2000, -2), converted };
    expect(await upload('audio', 'a.wav', waveSound(2))).toMatchObject(ffmpeg ? made : refused);
  }, 30_000);

  it('a video in H.265 becomes H.264 with a picture to show', async () => {
    const made = { mimeType: 'video/mp4', width: 64, height: 48, hasThumbnail: true };
    const bytes = await readFixture('hevc.mp4');
    expect(await upload('video', 'a.mp4', bytes)).toMatchObject(ffmpeg ? made : refused);
  }, 30_000);

  it('a GIF that moves becomes a video', async () => {
    const frames = await Promise.all(
      ['#f00', '#00f'].map((background) =>
        sharp({ create: { width: 60, height: 41, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [500, 500] })
      .toBuffer();
    const made = { mimeType: 'video/mp4', converted: { from: 'image/gif' } };
    expect(await upload('video', 'a.gif', gif)).toMatchObject(ffmpeg ? made : refused);
  }, 30_000);

  it('what only pretends to be a sound is refused, and no file it names is read', async () => {
    const list = Buffer.from('#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n');
    expect(await upload('audio', 'a.bin', list)).toMatchObject(refused);
  });
});
