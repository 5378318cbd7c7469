import { z } from 'zod';
import { countCharacters } from '../requests/values.ts';
import { templateProblem } from './problem.ts';

/** Text of a template that must say something and at most `max` code points. */
export function templateText(max: number) {
  return z
    .string()
    .min(1, { error: 'must not be empty' })
    .superRefine((text, context) => {
      const length = countCharacters(text);
      if (length <= max) return;
      const message = `must be at most ${max} characters long, has ${length}`;
      context.addIssue({ code: 'custom', message, params: templateProblem('tooLong') });
    });
}
