import { z } from 'zod';
import { headerDocument, headerMedia } from '../content/media.ts';
import { messageLimits } from '../limits.ts';
import { problemCode } from '../problem.ts';
import { boundedText, catalogId, retailerId, webUrl } from '../values.ts';

export const textHeader = z.strictObject({
  type: z.literal('text'),
  text: boundedText(messageLimits.headerText),
  /** In Meta's OpenAPI file only. */
  sub_text: boundedText(messageLimits.headerText).optional(),
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

/** The action that opens an address, of a message and of a carousel's card. */
export const ctaUrlAction = z.strictObject({
  name: z.literal('cta_url'),
  parameters: z.strictObject({ display_text: boundedText(messageLimits.ctaUrlButton), url: webUrl }),
});

export const productReference = z.strictObject({ catalog_id: catalogId, product_retailer_id: retailerId });

/** Sections need titles as soon as there are two. */
export function requireSectionTitles(
  sections: readonly { readonly title?: string | undefined }[],
  context: z.RefinementCtx,
): void {
  const untitled = sections.findIndex(({ title }) => title === undefined);
  if (sections.length < 2 || untitled === -1) return;
  context.addIssue({
    code: 'custom',
    path: [untitled, 'title'],
    message: 'is required when there is more than one section',
    params: problemCode('requiredParameterMissing'),
  });
}

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
