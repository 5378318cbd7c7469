import type { z } from 'zod';
import type { Stage } from './stage.ts';

/** One kind of step. `verb` is what stands in the file; `schema` reads its value; `run` throws when it does not hold. */
export interface Step<Schema extends z.ZodType = z.ZodType> {
  readonly verb: string;
  /** For the documentation: what it does, and one example of a value as YAML. */
  readonly does: { readonly en: string; readonly ja: string };
  readonly example: string;
  readonly schema: Schema;
  readonly run: (stage: Stage, value: z.output<Schema>, actor: Actor) => Promise<void>;
}

/** Whose step it is: the customer named in front of the verb. Steps without one have the first customer. */
export interface Actor {
  readonly name: string;
  readonly waId: string;
}

/** Ties a schema to its own step. */
export function step<Schema extends z.ZodType>(definition: Step<Schema>): Step<Schema> {
  return definition;
}
