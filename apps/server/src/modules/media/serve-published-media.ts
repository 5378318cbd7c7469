import { RenkeiError } from '#platform/errors';
import type { BytesAnswer } from '#platform/module';
import type { MediaNeeds } from './needs.ts';
import { encodeFileName, safeHeaders } from './serve-media.ts';
import { findStoredBytes } from './store.ts';

/**
 * The bytes behind a published address, for providers only: never shown by a browser, never kept by a cache, and gone with
 * the last file that has them.
 */
export async function servePublishedMedia(needs: MediaNeeds, token: string): Promise<BytesAnswer> {
  const file = await needs.links.read(token);
  if (!file) throw new RenkeiError('not_found');
  const { workspaceId, sha256, mimeType, fileName } = file;
  const sizeBytes = await needs.platform.database.inTenant(workspaceId, (transaction) =>
    findStoredBytes(transaction, sha256),
  );
  if (sizeBytes === undefined) throw new RenkeiError('not_found');
  return {
    status: 200,
    stream: needs.blobs.read(workspaceId, sha256),
    headers: {
      ...safeHeaders(mimeType),
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename*=UTF-8''${encodeFileName(fileName)}`,
      'content-length': String(sizeBytes),
    },
  };
}
