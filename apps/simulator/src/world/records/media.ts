import type { Media } from '../entities.ts';
import type { World } from '../world.ts';

export const mediaRecords = {
  media: (world: World, { media }: { readonly media: Media }) => {
    world.media.set(media.id, media);
  },
  'media-removed': (world: World, { mediaId }: { readonly mediaId: string }) => {
    world.media.delete(mediaId);
  },
};
