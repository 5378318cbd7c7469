import type { FileFacts } from './file-facts.ts';
import { loadSharp, maxPixels } from './load-sharp.ts';

/** An image that cannot be read keeps its type and has no measures: it can still be downloaded. */
export async function inspectImage(path: string, facts: FileFacts): Promise<FileFacts> {
  const sharp = await loadSharp();
  try {
    const image = await sharp(path, { limitInputPixels: maxPixels }).metadata();
    const { width, height, pages = 1, pageHeight, orientation = 1, space, depth, exif, xmp, iptc } = image;
    const lies = orientation >= 5;
    return {
      ...facts,
      width: lies ? height : width,
      height: lies ? width : (pageHeight ?? height),
      image: {
        animated: pages > 1 && facts.mimeType !== 'image/tiff',
        turned: orientation > 1,
        hasMetadata: [exif, xmp, iptc].some((block) => block !== undefined),
        isPlainColour: space === 'srgb' && depth === 'uchar',
      },
    };
  } catch (error) {
    if (error instanceof Error) return facts;
    throw error;
  }
}
