import { Readable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { waitFor } from '../../../test/wait-for.ts';
import { createMediaHarness, type MediaHarness } from './media-harness.suite.ts';
import { createProvideForSend } from './provide-for-send.ts';
import { uploadMedia } from './upload-media.ts';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const mebibyte = 1024 * 1024;
const documentBytes = 100 * mebibyte;
/** A few buffers of each stream that is under way. */
const mayGrowBy = 32 * mebibyte;

let harness: MediaHarness;
beforeAll(async () => {
  harness = await createMediaHarness({ ffmpeg: undefined });
});
afterAll(() => harness.close());

it('a document of 100 MB goes in, out and comes back in with flat memory', async () => {
  const channelId = '0192d1f0-0000-7000-8000-000000000001';
  let brought = 0;
  const provider = {
    place: 'cloud-api/1',
    fetchMedia: async () => ({ stream: document(), sizeBytes: documentBytes, sha256: null }),
    async uploadMedia(file: { readonly bytes: () => Readable }) {
      for await (const chunk of file.bytes()) brought += Buffer.from(chunk).byteLength;
      return { providerMediaId: '4711', expiresAt: new Date(Date.now() + 60_000) };
    },
    uploadHeaderSample: async () => ({ handle: '' }),
  };
  const needs = { ...harness.needs, providerOf: async () => provider };
  harness.provider.fetchMedia = provider.fetchMedia;

  const before = heldBytes();
  let peak = 0;
  let watch: NodeJS.Timeout | undefined;
  /** Collecting takes the longer the more other tests have loaded: most of the time is the files'. */
  const look = () => {
    const startedAtMs = performance.now();
    peak = Math.max(peak, heldBytes() - before);
    watch = setTimeout(look, 200 + 4 * (performance.now() - startedAtMs));
  };
  look();
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
    clearTimeout(watch);
  }
  expect(peak).toBeLessThan(mayGrowBy);
}, 60_000);

/** Bytes of buffers that somebody still has, without those that only wait to be collected. */
function heldBytes(): number {
  collect();
  return process.memoryUsage().arrayBuffers;
}

function document(): Readable {
  return Readable.from(
    (function* () {
      // The same bytes again and again, so that only what others keep of them counts.
      const chunk = Buffer.alloc(64 * 1024, 1);
      yield Buffer.from('%PDF-1.7');
      for (let left = documentBytes - 8; left > 0; left -= chunk.byteLength) yield chunk.subarray(0, left);
    })(),
  );
}
