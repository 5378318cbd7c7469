import type { Product } from '../../../world/entities.ts';

/** A plain picture of a product: the beginning of its name on a colour that is always the same. */
export function drawProductSvg({ retailerId, name }: Product): string {
  const hue = [...retailerId].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 360;
  const initial = [...name][0] ?? '?';
  const text = initial.replace(/[<>&]/g, (sign) => `&#${sign.codePointAt(0)};`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><path fill="hsl(${hue} 45% 82%)" d="M0 0h96v96H0z"/><text x="48" y="64" font-family="sans-serif" font-size="44" text-anchor="middle" fill="hsl(${hue} 45% 25%)">${text}</text></svg>`;
}
