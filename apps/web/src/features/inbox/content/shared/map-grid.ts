import type { Position } from './format-position.ts';

export interface GridLine {
  /** Where the line stands, in pixels from the left or from the top. */
  readonly at: number;
  readonly degrees: number;
}

export interface MapGrid {
  readonly meridians: readonly GridLine[];
  readonly parallels: readonly GridLine[];
  /** A round length that is easy to compare with, and how wide it is drawn. */
  readonly scale: { readonly metres: number; readonly pixels: number };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

const metresPerPixel = 4;
const metresPerDegree = 111_320;
const smallestGapPixels = 44;
/** In degrees; the finest is about a quarter of a kilometre. */
const steps = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5, 30] as const;
const scaleMetres = 250;

/** The lines of longitude and latitude around a place, to true scale, with the place in the middle. */
export function mapGrid({ latitude, longitude }: Position, { width, height }: Size): MapGrid {
  const pixelsPerDegree = metresPerDegree / metresPerPixel;
  // Meridians meet at the poles: there, no line but the place's own would be to scale.
  const narrowing = Math.max(Math.cos((latitude * Math.PI) / 180), 0.001);
  return {
    meridians: linesAround(longitude, width, pixelsPerDegree * narrowing),
    parallels: linesAround(latitude, height, pixelsPerDegree).map(({ at, degrees }) => ({
      at: height - at,
      degrees,
    })),
    scale: { metres: scaleMetres, pixels: scaleMetres / metresPerPixel },
  };
}

function linesAround(centre: number, length: number, pixelsPerDegree: number): readonly GridLine[] {
  const step = steps.find((degrees) => degrees * pixelsPerDegree >= smallestGapPixels) ?? steps.at(-1) ?? 1;
  const first = Math.ceil((centre - length / 2 / pixelsPerDegree) / step);
  const last = Math.floor((centre + length / 2 / pixelsPerDegree) / step);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => {
    const degrees = (first + index) * step;
    return { at: length / 2 + (degrees - centre) * pixelsPerDegree, degrees };
  });
}
