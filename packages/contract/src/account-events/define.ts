import * as z from 'zod';
import type { Localized } from '../localized.ts';
import { localizedSchema } from '../primitives.ts';

/** `critical`: something does not work, or will stop soon. `warning`: somebody should look at it. */
export const severities = ['info', 'success', 'warning', 'critical'] as const;
export type Severity = (typeof severities)[number];

/**
 * One thing that a provider may tell about an account. Texts name values of the data as `{key}`; a part in square
 * brackets is left out when one of its values is missing.
 */
export interface AccountEventDefinition<Data extends z.ZodObject = z.ZodObject> {
  readonly severity: Severity;
  readonly data: Data;
  readonly title: Localized;
  readonly explanation: Localized;
  /** null: nothing has to be done. */
  readonly remedy: Localized | null;
  /** The page that says so. */
  readonly source: string;
}

/** Of what the provider refused or reports as a fault. */
export const refusalShape = {
  /** In the provider's own words, as they came. */
  details: z.string().nullable(),
  /** What its code means, and what can be done; missing when nobody knows the code. */
  meaning: localizedSchema.nullish(),
  advice: localizedSchema.nullish(),
} as const;

/** Definitions of one source, each under its kind. */
export function defineAccountEvents<
  const Definitions extends Readonly<Record<string, Omit<AccountEventDefinition, 'source'>>>,
>(source: string, definitions: Definitions) {
  return Object.fromEntries(
    Object.entries(definitions).map(([kind, definition]) => [kind, { ...definition, source }]),
    // The very definitions with their source; `fromEntries` forgets which kind each belongs to.
  ) as { readonly [Kind in keyof Definitions]: Definitions[Kind] & { readonly source: string } };
}

export function l(en: string, ja: string): Localized {
  return { en, ja };
}
