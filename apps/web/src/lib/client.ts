import { createClient } from '@renkei/sdk';

/** The one client of the page; the session is a cookie of our own origin. */
export const client = createClient({ baseUrl: '', fetch: (input, init) => window.fetch(input, init) });

export function mediaUrl(mediaId: string): string {
  return `/v1/media/${mediaId}`;
}

export function mediaThumbnailUrl(mediaId: string): string {
  return `/v1/media/${mediaId}/thumbnail`;
}

export function mediaDownloadUrl(mediaId: string): string {
  return `/v1/media/${mediaId}?download=1`;
}
