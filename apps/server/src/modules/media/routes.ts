import { routes } from '@renkei/contract';
import { RenkeiError } from '#platform/errors';
import { bind, bindPublic, type RouteBinding } from '#platform/module';
import { deleteMedia } from './delete-media.ts';
import { fetchMediaAgain } from './fetch-media-again.ts';
import type { MediaNeeds } from './needs.ts';
import { serveMedia, serveThumbnail } from './serve-media.ts';
import { servePublishedMedia } from './serve-published-media.ts';
import { uploadMedia } from './upload-media.ts';

export function mediaRoutes(needs: MediaNeeds): readonly RouteBinding[] {
  return [
    bind(routes.uploadMedia, async ({ workspaceId }, { query, file }) => {
      const upload = await file();
      if (!upload)
        throw new RenkeiError('invalid_request', { fields: [{ path: 'file', message: 'is missing' }] });
      return uploadMedia(needs, workspaceId, { ...upload, kind: query.kind, voice: query.voice === '1' });
    }),
    bind(routes.getMedia, ({ workspaceId }, { params, query, headers }) =>
      serveMedia(needs, {
        workspaceId,
        mediaId: params.mediaId,
        download: query.download === '1',
        range: headers['range'],
      }),
    ),
    bindPublic(routes.getPublishedMedia, ({ params }) => servePublishedMedia(needs, params.token)),
    bind(routes.fetchMedia, ({ workspaceId }, { params }) =>
      fetchMediaAgain(needs, workspaceId, params.mediaId),
    ),
    bind(routes.deleteMedia, async ({ workspaceId }, { params }) => {
      await deleteMedia(needs, workspaceId, params.mediaId);
      return {};
    }),
    bind(routes.getMediaThumbnail, ({ workspaceId }, { params }) =>
      serveThumbnail(needs, { workspaceId, mediaId: params.mediaId }),
    ),
  ];
}
