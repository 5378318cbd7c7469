import { z } from 'zod';
import { templateLimits } from '../limits.ts';
import { templateText } from '../values.ts';

export const namedExample = z.strictObject({ param_name: z.string(), example: z.string().min(1) });

const textExample = z.strictObject({
  header_text: z.array(z.string().min(1)).max(1).optional(),
  header_text_named_params: z.array(namedExample).max(1).optional(),
});

/** The handle of a resumable upload. */
const mediaExample = z.strictObject({ header_handle: z.array(z.string().min(1)).length(1) });

function mediaHeader<const Format extends string>(format: Format) {
  return z.strictObject({ type: z.literal('HEADER'), format: z.literal(format), example: mediaExample });
}

export const textHeader = z.strictObject({
  type: z.literal('HEADER'),
  format: z.literal('TEXT'),
  text: templateText(templateLimits.headerText),
  example: textExample.optional(),
});

export const imageHeader = mediaHeader('IMAGE');
export const videoHeader = mediaHeader('VIDEO');
export const documentHeader = mediaHeader('DOCUMENT');
/** Marketing Messages API only. */
export const gifHeader = mediaHeader('GIF');
export const locationHeader = z.strictObject({ type: z.literal('HEADER'), format: z.literal('LOCATION') });
export const productHeader = z.strictObject({ type: z.literal('HEADER'), format: z.literal('PRODUCT') });
