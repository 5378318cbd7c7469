import type { z } from 'zod';
import type { Runtime } from '../../runtime.ts';
import type { Customer } from '../../world/entities.ts';

export interface ActionContext {
  readonly runtime: Runtime;
  /** Whose phone it is. */
  readonly customer: Customer;
}

/** Something a person does with the phone that is no message: `POST /phones/:waId/<name>`. */
export interface PhoneAction<Schema extends z.ZodType = z.ZodType> {
  readonly schema: Schema;
  readonly run: (input: z.infer<Schema>, context: ActionContext) => unknown;
}

/** Ties a schema to what is done with it, so that each file is checked for itself. */
export function phoneAction<Schema extends z.ZodType>(action: PhoneAction<Schema>): PhoneAction<Schema> {
  return action;
}
