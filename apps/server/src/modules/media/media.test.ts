import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProviderCallError, type ProviderRefusal } from '#modules/channels';
import { sql } from '#platform/database';
import { waitFor } from '../../../test/wait-for.ts';
import { deleteMedia } from './delete-media.ts';
import { fetchMediaAgain } from './fetch-media-again.ts';
import { createMediaHarness, type MediaHarness, readFixture, sha256Of } from './media-harness.suite.ts';
import { serveMedia } from './serve-media.ts';

let harness: MediaHarness;
let photo: Buffer;
const channelId = '0192d1f0-0000-7000-8000-000000000001';
beforeAll(async () => {
  harness = await createMediaHarness({ ffmpeg: undefined });
  photo = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#345' } })
    .png()
    .toBuffer();
});
afterAll(() => harness.close());
beforeEach(() => {
  harness.provider.answers = [];
});

async function expectFile(kind: 'image' | 'audio' = 'image'): Promise<string> {
  const item = { channelId, providerMediaId: randomUUID(), kind, mimeType: 'image/jpeg', fileName: null };
  const [id = ''] = await harness.platform.database.inTenant(harness.workspaceId, (transaction) =>
    harness.media.expectFromProvider(transaction, [item]),
  );
  return id;
}

/** Meta's answer for an id that it has forgotten. */
const gone: ProviderRefusal = {
  code: 100,
  subcode: 33,
  details: 'Object with this id does not exist',
  title: { en: 'Unsupported request', ja: '指定された対象が見つかりません' },
  cause: { en: '', ja: '' },
  remedy: { en: '', ja: '' },
  action: 'never',
  area: 'media',
  source: '',
};

const settled = (mediaId: string) =>
  waitFor(async () => {
    const media = await harness.view(mediaId);
    return media?.state === 'pending' ? undefined : media;
  });

const serve = (mediaId: string, range?: string) =>
  serveMedia(harness.needs, { workspaceId: harness.workspaceId, mediaId, download: false, range });

describe('files from the provider', () => {
  it('are downloaded after failures, known by their content, measured and given a thumbnail', async () => {
    harness.provider.answers = [new Error('503'), { bytes: photo }];
    const id = await expectFile();
    expect(await settled(id)).toMatchObject({
      state: 'stored',
      mimeType: 'image/png',
      width: 900,
      height: 600,
      hasThumbnail: true,
      converted: null,
    });
    const answer = await serve(id);
    expect(await buffer(answer.stream)).toEqual(photo);
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-type': 'image/png',
    });
  });

  it('are asked for again when bytes are missing or others than the checksum says', async () => {
    harness.provider.answers = [
      { bytes: photo.subarray(0, 100), sizeBytes: photo.byteLength },
      { bytes: Buffer.alloc(photo.byteLength), sha256: sha256Of(photo) },
      { bytes: photo },
    ];
    expect(await settled(await expectFile())).toMatchObject({ state: 'stored', width: 900 });
    expect(harness.provider.answers).toEqual([]);
  }, 20_000);

  it('that the provider has no more are not asked for again and again, and say what to do', async () => {
    harness.provider.answers = [new ProviderCallError('gone', gone)];
    const id = await expectFile();
    expect(await settled(id)).toMatchObject({
      state: 'failed',
      problem: { code: 'media_expired', remedy: { ja: expect.stringContaining('送信者') } },
    });
    await expect(serve(id)).rejects.toMatchObject({ code: 'not_found' });

    harness.provider.answers = [{ bytes: photo }];
    const again = await fetchMediaAgain(harness.needs, harness.workspaceId, id);
    expect(again.state).toBe('pending');
    expect((await settled(id))?.state).toBe('stored');
    expect((await fetchMediaAgain(harness.needs, harness.workspaceId, id)).state).toBe('stored');
  });

  it('are the same file when the same webhook comes twice', async () => {
    harness.provider.answers = [{ bytes: photo }];
    const item = {
      channelId,
      providerMediaId: 'twice',
      kind: 'image',
      mimeType: 'x',
      fileName: null,
    } as const;
    const expectItem = () =>
      harness.platform.database.inTenant(harness.workspaceId, (transaction) =>
        harness.media.expectFromProvider(transaction, [item]),
      );
    expect(await expectItem()).toEqual(await expectItem());
  });

  it('of another workspace are not found', async () => {
    const { id } = await harness.upload('image', 'a.png', photo);
    const workspaceId = await harness.platform.createWorkspace();
    const wanted = { workspaceId, mediaId: id, download: false, range: undefined };
    await expect(serveMedia(harness.needs, wanted)).rejects.toMatchObject({ code: 'not_found' });
    await expect(deleteMedia(harness.needs, workspaceId, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(fetchMediaAgain(harness.needs, workspaceId, id)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('have the waveform of a voice note drawn, however it was recorded', async () => {
    harness.provider.answers = [{ bytes: await readFixture('voice.ogg') }];
    const media = await settled(await expectFile('audio'));
    const bars = media?.waveform ?? [];
    expect(media?.durationMs).toBe(3000);
    expect(bars).toHaveLength(64);
    // A second of speech, a second of silence, a second of quiet speech.
    expect(Math.min(...bars.slice(3, 20))).toBeGreaterThan(80);
    expect(Math.max(...bars.slice(23, 40))).toBeLessThan(10);
    expect(Math.max(...bars.slice(45, 63))).toBeLessThan(50);
    expect(Math.min(...bars.slice(45, 63))).toBeGreaterThan(25);
  });
});

describe('serving', () => {
  it('gives the part of a file that a player asks for', async () => {
    const { id } = await harness.upload('image', 'c.png', photo);
    const answer = await serve(id, 'bytes=2-5');
    expect(await buffer(answer.stream)).toEqual(photo.subarray(2, 6));
    expect(answer).toMatchObject({
      status: 206,
      headers: { 'content-range': `bytes 2-5/${photo.byteLength}`, 'accept-ranges': 'bytes' },
    });
    const end = await serve(id, 'bytes=-4');
    expect(await buffer(end.stream)).toEqual(photo.subarray(-4));
  });

  it('refuses a part that lies behind the end, and says how long the file is', async () => {
    const { id } = await harness.upload('image', 'c.png', photo);
    const answer = await serve(id, `bytes=${photo.byteLength}-`);
    expect(answer).toMatchObject({
      status: 416,
      headers: { 'content-range': `bytes */${photo.byteLength}` },
    });
    expect((await buffer(answer.stream)).byteLength).toBe(0);
  });

  it('never shows a web page inline', async () => {
    const page = await harness.upload('document', 'notes.txt', Buffer.from('<script>alert(1)</script>'));
    const answer = await serve(page.id);
    answer.stream.destroy();
    expect(answer.headers['content-type']).toBe('application/octet-stream');
    expect(answer.headers['content-disposition']).toMatch(/^attachment/);
  });
});

describe('the same bytes', () => {
  it('go to the provider once per channel, whoever uploaded them and however many sends ask at once', async () => {
    const before = harness.provider.uploads.length;
    const one = await harness.upload('document', 'a.txt', Buffer.from('the same'));
    const two = await harness.upload('document', 'b.txt', Buffer.from('the same'));
    const provide = (mediaId: string) =>
      harness.media.provideForSend(harness.workspaceId, channelId, mediaId);
    const [first, second] = await Promise.all([provide(one.id), provide(one.id)]);
    expect(second).toEqual(first);
    expect(await provide(two.id)).toEqual(first);
    expect(harness.provider.uploads.length - before).toBe(1);
  });

  it('go there again once the provider has forgotten them', async () => {
    const { id } = await harness.upload('document', 'a.txt', Buffer.from('short-lived'));
    harness.provider.lifeMs = -1;
    const first = await harness.media.provideForSend(harness.workspaceId, channelId, id);
    harness.provider.lifeMs = 60_000;
    const second = await harness.media.provideForSend(harness.workspaceId, channelId, id);
    expect(second).not.toEqual(first);
  });

  it('stay as long as one file has them, and go with the last', async () => {
    const bytes = Buffer.from('kept once');
    const one = await harness.upload('document', 'a.txt', bytes);
    const two = await harness.upload('document', 'b.txt', bytes);
    const isKept = async () =>
      (await readdir(harness.folder, { recursive: true })).some((path) => path.endsWith(sha256Of(bytes)));
    await deleteMedia(harness.needs, harness.workspaceId, one.id);
    expect(await harness.bytesOf(two.id)).toEqual(bytes);
    await deleteMedia(harness.needs, harness.workspaceId, two.id);
    expect(await isKept()).toBe(false);
    const three = await harness.upload('document', 'c.txt', bytes);
    expect(await harness.bytesOf(three.id)).toEqual(bytes);
  });

  it('are there for whoever uploads them while the last file that has them is removed', async () => {
    for (let round = 0; round < 20; round += 1) {
      const bytes = Buffer.from(`contended ${round}`);
      const old = await harness.upload('document', 'a.txt', bytes);
      const [fresh] = await Promise.all([
        harness.upload('document', 'b.txt', bytes),
        deleteMedia(harness.needs, harness.workspaceId, old.id),
      ]);
      expect(await harness.bytesOf(fresh.id)).toEqual(bytes);
    }
  });
});

it('keeps a file that a message shows', async () => {
  const { id } = await harness.upload('document', 'a.txt', Buffer.from('shown'));
  const { workspaceId } = harness;
  const conversationId = randomUUID();
  await harness.platform.database.inTenant(workspaceId, (transaction) =>
    transaction.execute(
      sql`insert into messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, kind, content,
                                preview, state, shown_at, arrival, media_id, created_at)
          values (${workspaceId}, ${randomUUID()}, ${conversationId}, ${channelId}, ${randomUUID()}, 'outbound',
                  'document', '{}', '', 'sent', now(), 1, ${id}, now())`,
    ),
  );
  await expect(deleteMedia(harness.needs, workspaceId, id)).rejects.toMatchObject({ code: 'conflict' });
  expect((await harness.bytesOf(id)).toString()).toBe('shown');
});
