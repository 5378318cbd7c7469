import { Readable } from 'node:stream';
import type { ReceivedFile } from '#platform/blob';
import { crashPoint } from '#platform/crash-point';
import type { TenantTransaction } from '#platform/database';
import type { FileFacts } from './inspect/file-facts.ts';
import { makeThumbnail } from './make-thumbnail.ts';
import type { MediaNeeds } from './needs.ts';
import type { StoredFile } from './store.ts';
import { holdBlobs, reserveBlobs } from './store-blobs.ts';
import { drawWaveform } from './waveform/draw-waveform.ts';

const maxThumbnailBytes = 1_048_576;
/** Each time somebody has removed the last file with the very same bytes in between. */
const maxTries = 5;

/**
 * Keeps a received file with its thumbnail and waveform, and calls `link` in the transaction that makes a row of ours
 * refer to it. The same bytes are kept once; nobody removes them between their keeping and the row.
 */
export async function keepFile(
  needs: MediaNeeds,
  workspaceId: string,
  file: ReceivedFile,
  facts: FileFacts,
  link: (transaction: TenantTransaction, stored: Omit<StoredFile, 'id'>) => Promise<void>,
): Promise<void> {
  const { blobs, platform, ffmpeg } = needs;
  const picture = await makeThumbnail(file.path, facts, ffmpeg);
  await using thumbnail = picture && (await blobs.receive(Readable.from([picture]), maxThumbnailBytes));
  const { mimeType, width, height, durationMs } = facts;
  const { sha256, sizeBytes } = file;
  const waveform = await drawWaveform(file.path, facts, ffmpeg);
  const measures = { mimeType, width, height, durationMs, waveform };
  const stored = { ...measures, sha256, sizeBytes, thumbnailSha256: thumbnail?.sha256 ?? null };
  const files = thumbnail ? [file, thumbnail] : [file];
  for (let tries = 0; tries < maxTries; tries += 1) {
    const reserved = await platform.database.inTenant(workspaceId, (transaction) =>
      reserveBlobs(
        transaction,
        files.map((one) => one.sha256),
      ),
    );
    crashPoint('media.reserved');
    for (const one of files) await blobs.keep(workspaceId, one);
    crashPoint('media.bytes-kept');
    const isLinked = await platform.database.inTenant(workspaceId, async (transaction) => {
      if (!(await holdBlobs(transaction, reserved))) return false;
      await link(transaction, stored);
      return true;
    });
    if (isLinked) return;
  }
  throw new Error('The same bytes were removed again and again while they were being kept.');
}
