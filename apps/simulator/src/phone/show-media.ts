import type { World } from '../world/world.ts';

const mediaKeys = new Set(['image', 'video', 'audio', 'document', 'sticker']);

/** The content with every media object, wherever it stands, given what the phone needs: MIME type and a URL. */
export function showMedia(
  world: World,
  content: object,
  linkMedia: ReadonlyMap<string, string>,
): { readonly [key: string]: unknown } {
  const entries = Object.entries(content).map(([key, value]) => {
    const isMedia = mediaKeys.has(key) && isPlainObject(value);
    return [key, isMedia ? describe(world, value, linkMedia) : showValue(world, value, linkMedia)];
  });
  return Object.fromEntries(entries);
}

function showValue(world: World, value: unknown, linkMedia: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => showValue(world, item, linkMedia));
  return isPlainObject(value) ? showMedia(world, value, linkMedia) : value;
}

function describe(world: World, reference: object, linkMedia: ReadonlyMap<string, string>): unknown {
  const { id, link, ...rest }: { id?: unknown; link?: unknown; [key: string]: unknown } = { ...reference };
  const mediaId = typeof id === 'string' ? id : linkMedia.get(String(link));
  const media = mediaId === undefined ? undefined : world.media.get(mediaId);
  return {
    ...rest,
    ...(media?.filename && rest.filename === undefined ? { filename: media.filename } : {}),
    mediaId,
    mimeType: rest.mime_type ?? media?.mimeType,
    url: media ? `/phones/media/${media.id}` : link,
  };
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
