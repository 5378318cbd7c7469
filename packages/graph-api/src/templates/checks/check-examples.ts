import type { z } from 'zod';
import { listVariableNames } from '../variables.ts';
import type { ParameterFormat } from './check-text.ts';

interface NamedExample {
  readonly param_name: string;
  readonly example: string;
}

/** Examples as a component gives them, whichever of the two it uses. */
export interface GivenExamples {
  readonly positional: readonly string[] | undefined;
  readonly named: readonly NamedExample[] | undefined;
}

/** Every variable needs an example, so that the reviewer sees what will stand there. */
export function checkExamples(
  { text, path }: { readonly text: string; readonly path: readonly PropertyKey[] },
  given: GivenExamples,
  format: ParameterFormat,
  context: z.RefinementCtx,
): void {
  const names = listVariableNames(text);
  const report = (message: string) =>
    context.addIssue({ code: 'custom', path: [...path, 'example'], message });
  if (names.length === 0) return;
  if (format === 'NAMED') {
    const missing = names.find((name) => !given.named?.some(({ param_name: each }) => each === name));
    if (missing !== undefined) report(`must have an example of {{${missing}}}`);
  } else if ((given.positional?.length ?? 0) !== names.length) {
    report(`must have ${names.length} examples, one of each variable, has ${given.positional?.length ?? 0}`);
  }
}
