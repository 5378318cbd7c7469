import { z } from 'zod';
import { problemCode } from './problem.ts';

/** Text that must say something and at most `max` code points. */
export function boundedText(max: number) {
  return z.string().superRefine((text, context) => {
    const length = countCharacters(text);
    if (length === 0) {
      context.addIssue({
        code: 'custom',
        message: 'is required',
        params: problemCode('requiredParameterMissing'),
      });
    } else if (length > max) {
      context.addIssue({ code: 'custom', message: `must be at most ${max} characters long, has ${length}` });
    }
  });
}

/** Length in Unicode code points: an emoji of one code point counts once, not twice. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _character of text) count += 1;
  return count;
}

/** An address that Meta can fetch or open. */
export const webUrl = z.string().refine(isWebUrl, { error: 'must be an http or https address' });

export const mediaId = z.string().regex(/^[\w.:-]+$/, { error: 'must be the id of uploaded media' });

export const catalogId = z.string().regex(/^\d{1,30}$/, { error: 'must be the id of a catalog' });

/** A product's own number in its catalog (SKU). */
export const retailerId = boundedText(100);

/** A whole number within bounds, both included. */
export function wholeNumber(min: number, max: number) {
  return z.number().refine((value) => Number.isInteger(value) && value >= min && value <= max, {
    error: `must be a whole number from ${min} to ${max}`,
  });
}

/** Text in which Meta allows no emoji. */
export function withoutEmoji(text: z.ZodString) {
  return text.refine((value) => !/\p{Extended_Pictographic}/u.test(value), { error: 'must not have emoji' });
}

/** `wamid.…`. Opaque, so hardly anything is checked. */
export const messageId = boundedText(1024);

/** A coordinate as Meta's pages write it, quoted or not. */
export function degrees(limit: number) {
  return z
    .union([z.number(), z.string().regex(/^-?\d{1,3}(\.\d+)?$/)], { error: 'must be decimal degrees' })
    .refine((value) => Math.abs(Number(value)) <= limit, {
      error: `must lie between -${limit} and ${limit}`,
    });
}

function isWebUrl(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}
