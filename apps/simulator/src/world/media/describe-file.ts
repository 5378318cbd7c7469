import type { Media } from '../entities.ts';
import type { MediaStore } from './media-store.ts';
import { isAnimatedWebp } from './webp.ts';

/** Stores bytes and says of them what a media record keeps. */
export function describeFile(
  store: MediaStore,
  bytes: Uint8Array,
  mimeType: string,
): Pick<Media, 'mimeType' | 'sha256' | 'sizeBytes' | 'animated'> {
  return {
    mimeType,
    sha256: store.put(bytes),
    sizeBytes: bytes.length,
    animated: isAnimatedWebp(bytes),
  };
}
