import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSecretBox } from '#platform/crypto';
import { sampleFiles } from '../../../test/sample-files.ts';
import { deleteMedia } from './delete-media.ts';
import { createMediaHarness } from './media-harness.suite.ts';
import { createProvideForSend } from './provide-for-send.ts';
import { createPublishedLinks } from './published-links.ts';
import { servePublishedMedia } from './serve-published-media.ts';

const hourMs = 60 * 60 * 1000;

let harness: Awaited<ReturnType<typeof createMediaHarness>>;
beforeAll(async () => {
  harness = await createMediaHarness({ ffmpeg: undefined });
});
afterAll(() => harness.close());

const published: string[] = [];

/** A stored file and the address under which a provider fetches it. */
async function publish() {
  const { read, fileName, mimeType } = sampleFiles.image;
  const bytes = await read();
  const { id } = await harness.upload('image', fileName, bytes);
  published.push(id);
  let url = '';
  const { providerOf } = harness.needs;
  const provider = await providerOf('', '');
  const needs = {
    ...harness.needs,
    providerOf: async () => ({
      ...provider,
      place: `twilio/${randomBytes(4).toString('hex')}`,
      fetchMedia: provider.fetchMedia,
      uploadHeaderSample: provider.uploadHeaderSample,
      async uploadMedia(file: Parameters<typeof provider.uploadMedia>[0]) {
        const link = await file.publish();
        url = link.url;
        return { providerMediaId: link.url, expiresAt: link.expiresAt };
      },
    }),
  };
  await createProvideForSend(needs)(harness.workspaceId, crypto.randomUUID(), id);
  return { bytes, mimeType, token: url.slice(url.lastIndexOf('/') + 1) };
}

const serve = (token: string) => servePublishedMedia(harness.needs, token);
const refused = { code: 'not_found' };

it('serves the bytes to whoever has the address, so that no browser shows or keeps them', async () => {
  const { bytes, mimeType, token } = await publish();
  const answer = await serve(token);
  expect(await buffer(answer.stream)).toEqual(bytes);
  expect(answer.headers).toMatchObject({
    'content-type': mimeType,
    'content-length': String(bytes.byteLength),
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
    'content-security-policy': expect.stringContaining('sandbox'),
    'content-disposition': expect.stringMatching(/^attachment/),
  });
});

it('serves nothing for an address that was changed, made by others, or is of something else', async () => {
  const { token } = await publish();
  const middle = Math.floor(token.length / 2);
  const other = token[middle] === 'A' ? 'B' : 'A';
  await expect(serve(token.slice(0, middle) + other + token.slice(middle + 1))).rejects.toMatchObject(
    refused,
  );
  await expect(serve('')).rejects.toMatchObject(refused);
  const foreign = createPublishedLinks({
    clock: harness.platform.clock,
    secretBox: createSecretBox(new Uint8Array(randomBytes(32))),
    publicUrl: 'http://localhost',
  });
  const file = { workspaceId: harness.workspaceId, sha256: 'a', mimeType: 'image/png', fileName: 'a' };
  const { url } = await foreign.make(file);
  await expect(serve(url.slice(url.lastIndexOf('/') + 1))).rejects.toMatchObject(refused);
});

it('serves nothing after twelve hours', async () => {
  const { token } = await publish();
  const secretBox = createSecretBox(new Uint8Array(randomBytes(32)));
  let now = new Date('2026-11-22T00:00:00Z');
  const clock = { ...harness.platform.clock, now: () => now };
  const links = createPublishedLinks({ clock, secretBox, publicUrl: 'http://localhost' });
  const { url, expiresAt } = await links.make({
    workspaceId: 'w',
    sha256: 's',
    mimeType: 'image/png',
    fileName: 'f',
  });
  const own = url.slice(url.lastIndexOf('/') + 1);
  expect(expiresAt.getTime() - now.getTime()).toBe(12 * hourMs);
  expect(await links.read(own)).toBeDefined();
  now = new Date(expiresAt.getTime());
  expect(await links.read(own)).toBeUndefined();
  expect(token).not.toBe(own);
});

it('serves nothing once the last file with these bytes was removed', async () => {
  const { token } = await publish();
  for (const id of published) await deleteMedia(harness.needs, harness.workspaceId, id);
  await expect(serve(token)).rejects.toMatchObject(refused);
});
