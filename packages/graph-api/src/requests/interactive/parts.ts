import { z } from 'zod';
import { headerDocument, headerMedia } from '../content/media.ts';
import { messageLimits } from '../limits.ts';
import { boundedText } from '../values.ts';

export const textHeader = z.strictObject({
  type: z.literal('text'),
  text: boundedText(messageLimits.headerText),
});

export const anyHeader = z.discriminatedUnion('type', [
  textHeader,
  z.strictObject({ type: z.literal('image'), image: headerMedia }),
  z.strictObject({ type: z.literal('video'), video: headerMedia }),
  z.strictObject({ type: z.literal('document'), document: headerDocument }),
]);

export function bodyOf(max: number) {
  return z.strictObject({ text: boundedText(max) });
}

export const footer = z.strictObject({ text: boundedText(messageLimits.footer) });

/** Adds an issue at the second of two equal values: Meta refuses repeated ids and titles. */
export function requireUnique(
  values: readonly { readonly value: string; readonly path: readonly PropertyKey[] }[],
  context: z.RefinementCtx,
): void {
  const seen = new Set<string>();
  for (const { value, path } of values) {
    if (seen.has(value)) context.addIssue({ code: 'custom', path: [...path], message: 'must be unique' });
    seen.add(value);
  }
}
