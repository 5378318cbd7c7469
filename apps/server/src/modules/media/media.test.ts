import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDiskBlobStore } from '#platform/blob';
import { createJobQueue, type JobQueue } from '#platform/jobs';
import { createTestPlatform, type TestPlatform } from '../../../test/test-platform.ts';
import { waitFor } from '../../../test/wait-for.ts';
import { mediaJobs } from './jobs.ts';
import { createMediaModule, type MediaService } from './module.ts';
import type { MediaNeeds } from './needs.ts';
import { serveMedia } from './serve-media.ts';
import { uploadMedia } from './upload-media.ts';

let platform: TestPlatform;
let jobs: JobQueue;
let folder: string;
let needs: MediaNeeds;
let media: MediaService;
let workspaceId: string;
let photo: Buffer;
/** What the provider gives, call by call; an Error is thrown. */
let answers: (Buffer | Error)[] = [];
const channelId = '0192d1f0-0000-7000-8000-000000000001';

beforeAll(async () => {
  platform = await createTestPlatform();
  folder = await mkdtemp(join(tmpdir(), 'renkei media '));
  jobs = createJobQueue({
    connection: platform.temporary.ownerConnection,
    definitions: mediaJobs,
    log: platform.log,
  });
  needs = {
    platform,
    jobs,
    blobs: createDiskBlobStore(folder),
    providerOf: async () => ({
      async fetchMedia() {
        const answer = answers.shift() ?? new Error('nothing left to give');
        if (answer instanceof Error) throw answer;
        return { stream: Readable.from([answer]), mimeType: 'image/png' };
      },
      uploadMedia: async () => ({ providerMediaId: '4711', expiresAt: new Date(Date.now() + 60_000) }),
    }),
  };
  media = createMediaModule(needs).media;
  await jobs.open();
  await jobs.worker.start();
  workspaceId = await platform.createWorkspace();
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#345' } })
    .png()
    .toBuffer();
});
afterAll(async () => {
  await jobs.worker.stop();
  await jobs.close();
  await platform.close();
  await rm(folder, { recursive: true });
});

function expectPhoto(providerMediaId: string): Promise<readonly string[]> {
  return platform.database.inTenant(workspaceId, (transaction) =>
    media.expectFromProvider(transaction, [
      { channelId, providerMediaId, kind: 'image', mimeType: 'image/jpeg', fileName: null },
    ]),
  );
}

async function view(mediaId: string) {
  const views = await platform.database.inTenant(workspaceId, (transaction) =>
    media.view(transaction, [mediaId]),
  );
  return views.get(mediaId);
}

describe('files from the provider', () => {
  it('are downloaded after failures, known by their content, measured and given a thumbnail', async () => {
    answers = [new Error('503'), photo];
    const [id = ''] = await expectPhoto('m-1');
    expect((await view(id))?.state).toBe('pending');
    const stored = await waitFor(async () => ((await view(id))?.state === 'stored' ? view(id) : undefined));
    expect(stored).toMatchObject({ mimeType: 'image/png', width: 900, height: 600, hasThumbnail: true });
    const answer = await serveMedia(needs, { workspaceId, mediaId: id, download: false, range: undefined });
    expect(await buffer(answer.stream)).toEqual(photo);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-type': 'image/png',
    });
  });

  it('are the same file when the same webhook comes twice', async () => {
    answers = [photo];
    const [one] = await expectPhoto('m-2');
    const [two] = await expectPhoto('m-2');
    expect(two).toBe(one);
  });

  it('of another workspace are not found', async () => {
    answers = [photo];
    const [id = ''] = await expectPhoto('m-3');
    const other = await platform.createWorkspace();
    await expect(
      serveMedia(needs, { workspaceId: other, mediaId: id, download: false, range: undefined }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('uploads', () => {
  const upload = (kind: 'image' | 'document' | 'sticker' | 'audio', fileName: string, bytes: Buffer) =>
    uploadMedia(needs, workspaceId, { kind, fileName, stream: Readable.from([bytes]) });
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400)]);

  it('are kept with their measures, under a name without folders', async () => {
    expect(await upload('image', '../../猫.png', photo)).toMatchObject({
      fileName: '猫.png',
      width: 900,
      state: 'stored',
    });
  });

  it('are refused when a program is named like a picture', async () => {
    await expect(upload('image', 'photo.jpg', program)).rejects.toMatchObject({
      code: 'media_content_mismatch',
    });
  });

  it('are refused when WhatsApp does not take the type, saying which it takes', async () => {
    await expect(upload('document', 'setup.exe', program)).rejects.toMatchObject({
      code: 'media_type_refused',
      problem: { detail: { en: expect.stringContaining('application/pdf') } },
    });
  });

  it('are refused when an image is larger than 5 MB', async () => {
    await expect(upload('image', 'photo.png', Buffer.alloc(6 * 1024 * 1024))).rejects.toMatchObject({
      code: 'media_too_large',
      problem: { detail: { ja: expect.stringContaining('5 MB') } },
    });
  });

  it('are refused as a sticker unless 512 × 512', async () => {
    const webp = await sharp(photo).webp().toBuffer();
    await expect(upload('sticker', 'a.webp', webp)).rejects.toMatchObject({ code: 'content_not_allowed' });
  });

  it('of web pages are never shown inline', async () => {
    const page = await upload('document', 'notes.txt', Buffer.from('<script>alert(1)</script>'));
    const answer = await serveMedia(needs, {
      workspaceId,
      mediaId: page.id,
      download: false,
      range: undefined,
    });
    answer.stream.destroy();
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.headers['content-disposition']).toMatch(/^attachment/);
  });

  it('reach the provider once per channel', async () => {
    const { id } = await upload('image', 'b.png', photo);
    const first = await media.provideForSend(workspaceId, channelId, id);
    expect(await media.provideForSend(workspaceId, channelId, id)).toEqual(first);
  });
});

it('serves the part of a file that a player asks for', async () => {
  const { id } = await uploadMedia(needs, workspaceId, {
    kind: 'image',
    fileName: 'c.png',
    stream: Readable.from([photo]),
  });
  const answer = await serveMedia(needs, { workspaceId, mediaId: id, download: false, range: 'bytes=2-5' });
  expect(await buffer(answer.stream)).toEqual(photo.subarray(2, 6));
  expect(answer).toMatchObject({
    status: 206,
    headers: { 'content-range': `bytes 2-5/${photo.byteLength}` },
  });
});
