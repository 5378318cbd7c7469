import { crashPoint } from '#platform/crash-point';
import { RenkeiError } from '#platform/errors';
import type { MediaNeeds, MediaProvider } from './needs.ts';
import { findMedia } from './store.ts';
import { findUpload, saveUpload } from './store-uploads.ts';

export type ProvideForSend = (
  workspaceId: string,
  channelId: string,
  mediaId: string,
) => Promise<ProvidedMedia>;

export interface ProvidedMedia {
  readonly providerMediaId: string;
  /** Where it is known by that id. */
  readonly place: string;
}

/**
 * The provider's id of a stored file on a channel. The bytes go up once per channel, also when many sends ask for them
 * at the same moment, and once more when the provider does not have them any more.
 */
export function createProvideForSend(needs: MediaNeeds): ProvideForSend {
  const underWay = new Map<string, Promise<ProvidedMedia>>();
  return async (workspaceId, channelId, mediaId) => {
    const file = await findFile(needs, workspaceId, mediaId);
    const provider = await needs.providerOf(workspaceId, channelId);
    const key = `${workspaceId}/${channelId}/${provider.place}/${file.sha256}/${file.mimeType}`;
    const upload = underWay.get(key) ?? bring(needs, { workspaceId, channelId, provider }, file);
    underWay.set(key, upload);
    try {
      return await upload;
    } finally {
      underWay.delete(key);
    }
  };
}

interface FileToBring {
  readonly sha256: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly fileName: string;
}

async function findFile(
  { platform: { database } }: MediaNeeds,
  workspaceId: string,
  mediaId: string,
): Promise<FileToBring> {
  return database.inTenant(workspaceId, async (transaction) => {
    const [row] = await findMedia(transaction, [mediaId]);
    if (row?.state !== 'stored' || row.sha256 === null) throw new RenkeiError('media_not_ready');
    const { sha256, mime_type: mimeType } = row;
    return { sha256, mimeType, sizeBytes: Number(row.size_bytes), fileName: row.file_name ?? 'file' };
  });
}

interface Destination {
  readonly workspaceId: string;
  readonly channelId: string;
  readonly provider: MediaProvider;
}

async function bring(
  { platform, blobs, links }: MediaNeeds,
  { workspaceId, channelId, provider }: Destination,
  { sha256, mimeType, sizeBytes, fileName }: FileToBring,
): Promise<ProvidedMedia> {
  const { database, clock } = platform;
  const { place } = provider;
  // Asked where nobody else is uploading: whoever was has finished, and is found.
  const known = await database.inTenant(workspaceId, (transaction) =>
    findUpload(transaction, { channelId, place, sha256, mimeType }, clock.now()),
  );
  if (known !== undefined) return { providerMediaId: known, place };
  const upload = await provider.uploadMedia({
    bytes: () => blobs.read(workspaceId, sha256),
    sizeBytes,
    mimeType: mimeType === 'audio/ogg' ? 'audio/ogg; codecs=opus' : mimeType,
    fileName,
    publish: () => links.make({ workspaceId, sha256, mimeType, fileName }),
  });
  crashPoint('media.brought-to-provider');
  await database.inTenant(workspaceId, (transaction) =>
    saveUpload(transaction, { ...upload, channelId, place, sha256, mimeType }),
  );
  return { providerMediaId: upload.providerMediaId, place };
}
