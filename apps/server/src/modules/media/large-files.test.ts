import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createMediaHarness, type MediaHarness } from '../../../test/media-harness.ts';
import { waitFor } from '../../../test/wait-for.ts';
import { createProvideForSend } from './provide-for-send.ts';
import { uploadMedia } from './upload-media.ts';

const mebibyte = 1024 * 1024;
const documentBytes = 100 * mebibyte;
/** A few buffers of each stream on the way, and what has not been collected yet. */
const mayGrowBy = 40 * mebibyte;

let harness: MediaHarness;
beforeAll(async () => {
  harness = await createMediaHarness({ ffmpeg: undefined });
});
afterAll(() => harness.close());

it('a document of 100 MB goes in, out and comes back in with flat memory', async () => {
  const channelId = '0192d1f0-0000-7000-8000-000000000001';
  let brought = 0;
  const provider = {
    fetchMedia: async () => ({ stream: document(), sizeBytes: documentBytes, sha256: null }),
    async uploadMedia(file: { readonly bytes: () => Readable }) {
      for await (const chunk of file.bytes()) brought += Buffer.from(chunk).byteLength;
      return { providerMediaId: '4711', expiresAt: new Date(Date.now() + 60_000) };
    },
    uploadHeaderSample: async () => ({ handle: '' }),
  };
  const needs = { ...harness.needs, providerOf: async () => provider };
  harness.provider.fetchMedia = provider.fetchMedia;

  const before = process.memoryUsage().arrayBuffers;
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
  }, 5);
  try {
    const upload = { kind: 'document', voice: false, fileName: 'large.pdf', stream: document() } as const;
    const media = await uploadMedia(needs, harness.workspaceId, upload);
    expect(media).toMatchObject({ sizeBytes: documentBytes, mimeType: 'application/pdf' });

    await createProvideForSend(needs)(harness.workspaceId, channelId, media.id);
    expect(brought).toBe(documentBytes);

    const item = {
      channelId,
      providerMediaId: '4711',
      kind: 'document',
      mimeType: 'x',
      fileName: null,
    } as const;
    const [id = ''] = await harness.platform.database.inTenant(harness.workspaceId, (transaction) =>
      harness.media.expectFromProvider(transaction, [item]),
    );
    await waitFor(async () => ((await harness.view(id))?.state === 'stored' ? true : undefined), 30_000);
  } finally {
    clearInterval(watch);
  }
  expect(peak).toBeLessThan(mayGrowBy);
}, 60_000);

function document(): Readable {
  return Readable.from(
    (function* () {
      yield Buffer.from('%PDF-1.7');
      for (let left = documentBytes - 8; left > 0; left -= 64 * 1024) {
        yield Buffer.alloc(Math.min(left, 64 * 1024), 1);
      }
    })(),
  );
}
