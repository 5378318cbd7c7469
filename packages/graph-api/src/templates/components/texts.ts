import { z } from 'zod';
import { templateLimits } from '../limits.ts';
import { templateProblem } from '../problem.ts';
import { templateText } from '../values.ts';
import { namedExample } from './header.ts';

const bodyExample = z.strictObject({
  body_text: z
    .array(z.array(z.string().min(1)))
    .length(1)
    .optional(),
  body_text_named_params: z.array(namedExample).optional(),
});

/** A body of at most `max` characters. */
function bodyOf(max: number) {
  return z.strictObject({
    type: z.literal('BODY'),
    text: templateText(max),
    example: bodyExample.optional(),
  });
}

export const bodyComponent = bodyOf(templateLimits.bodyText);
export const cardBody = bodyOf(templateLimits.shortBody);

export const footerComponent = z.strictObject({
  type: z.literal('FOOTER'),
  text: templateText(templateLimits.footerText).refine((text) => !/\{\{|\}\}/.test(text), {
    error: 'must not have variables',
    params: templateProblem('footerFormat'),
  }),
});
