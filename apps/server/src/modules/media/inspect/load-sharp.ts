/**
 * The image library, at the first image: a server that has seen none since its start does without its memory. It keeps
 * nothing of the images it has done, because none is asked for twice.
 */
export async function loadSharp() {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  return sharp;
}

/** 50 million pixels: more than any camera of a phone makes, less than would exhaust memory. */
export const maxPixels = 50_000_000;
