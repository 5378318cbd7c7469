import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { MediaContentKind } from '@renkei/contract';
import { createDiskBlobStore } from '#platform/blob';
import { createSecretBox } from '#platform/crypto';
import { createJobQueue } from '#platform/jobs';
import { createTestPlatform } from '../../../test/test-platform.ts';
import { mediaJobs } from './jobs.ts';
import { createMediaModule } from './module.ts';
import type { MediaNeeds, MediaProvider } from './needs.ts';
import { createPublishedLinks } from './published-links.ts';
import { serveMedia } from './serve-media.ts';
import { uploadMedia } from './upload-media.ts';

/** Files with a database, a folder, a job queue that runs, and a provider that answers as it is told. */
export async function createMediaHarness(given: Pick<MediaNeeds, 'ffmpeg'> & Partial<MediaNeeds>) {
  const platform = await createTestPlatform();
  const folder = await mkdtemp(join(tmpdir(), 'renkei media '));
  const jobs = createJobQueue({
    connection: platform.temporary.ownerConnection,
    definitions: mediaJobs,
    log: platform.log,
  });
  const provider = new ScriptedProvider();
  const needs: MediaNeeds = {
    platform,
    jobs,
    blobs: createDiskBlobStore(folder),
    links: createPublishedLinks({
      clock: platform.clock,
      secretBox: createSecretBox(new Uint8Array(randomBytes(32))),
      publicUrl: 'http://localhost',
    }),
    providerOf: async () => provider,
    ...given,
  };
  const { media } = createMediaModule(needs);
  await jobs.open();
  await jobs.worker.start();
  const workspaceId = await platform.createWorkspace();
  return {
    platform,
    folder,
    needs,
    media,
    provider,
    workspaceId,
    upload: (kind: MediaContentKind, fileName: string, bytes: Buffer, options: { voice?: boolean } = {}) =>
      uploadMedia(needs, workspaceId, {
        ...{ kind, fileName, voice: options.voice ?? false },
        stream: Readable.from([bytes]),
      }),
    async bytesOf(mediaId: string): Promise<Buffer> {
      const answer = await serveMedia(needs, { workspaceId, mediaId, download: false, range: undefined });
      return buffer(answer.stream);
    },
    view: async (mediaId: string) => {
      const views = await platform.database.inTenant(workspaceId, (transaction) =>
        media.view(transaction, [mediaId]),
      );
      return views.get(mediaId);
    },
    async close() {
      await jobs.worker.stop();
      await jobs.close();
      await platform.close();
      await rm(folder, { recursive: true });
    },
  };
}
export type MediaHarness = Awaited<ReturnType<typeof createMediaHarness>>;

interface ScriptedAnswer {
  readonly bytes: Buffer;
  /** What it says of them, where that is not the truth. */
  readonly sha256?: string | null;
  readonly sizeBytes?: number | null;
}

class ScriptedProvider implements MediaProvider {
  /** What is given, call by call; an Error is thrown. */
  answers: (ScriptedAnswer | Error)[] = [];
  /** What was brought to it. */
  readonly uploads: { readonly mimeType: string; readonly bytes: Buffer; readonly fileName: string }[] = [];
  lifeMs = 60_000;
  place = 'cloud-api/1';

  async fetchMedia() {
    const answer = this.answers.shift() ?? new Error('nothing left to give');
    if (answer instanceof Error) throw answer;
    const { bytes } = answer;
    const { sizeBytes = bytes.byteLength, sha256 = sha256Of(bytes) } = answer;
    return { stream: Readable.from([bytes]), sizeBytes, sha256 };
  }

  async uploadMedia(file: Parameters<MediaProvider['uploadMedia']>[0]) {
    const { mimeType, fileName } = file;
    this.uploads.push({ mimeType, fileName, bytes: await buffer(file.bytes()) });
    return {
      providerMediaId: String(4710 + this.uploads.length),
      expiresAt: new Date(Date.now() + this.lifeMs),
    };
  }

  async uploadHeaderSample(file: Parameters<MediaProvider['uploadHeaderSample']>[0]) {
    return { handle: `4::${sha256Of(await buffer(file.bytes(0)))}` };
  }
}

export function sha256Of(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Real files that no library here can make. */
export function readFixture(name: string): Promise<Buffer> {
  return readFile(new URL(`../../../test/fixtures/media/${name}`, import.meta.url));
}
