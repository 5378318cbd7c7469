import * as z from 'zod';
import { instantSchema, problemSchema } from '../primitives.ts';
import { sendPurposes } from './consent.ts';

/** What a rule of the gate had to say. `warn`: the message goes all the same. */
const gateFindingSchema = z.object({
  rule: z.string(),
  /** The date of the rule as it was applied. */
  version: z.string(),
  decision: z.enum(['warn', 'hold', 'refuse']),
  /** With `hold`: when it ends; null until somebody acts. */
  until: instantSchema.nullable(),
  problem: problemSchema,
});
export type GateFinding = z.infer<typeof gateFindingSchema>;

/** What the gate says about a send: it goes, it waits, or it is refused; and every rule that had something to say. */
export const gateVerdictSchema = z.object({
  decision: z.enum(['allow', 'hold', 'refuse']),
  purpose: z.enum(sendPurposes),
  until: instantSchema.nullable(),
  /** What decided: of the refusal, else of the hold. */
  problem: problemSchema.nullable(),
  /** The field of the content that is refused, where it is one: `buttons[1].title`. */
  field: z.string().nullable(),
  findings: z.array(gateFindingSchema),
  /** Every rule that was asked about such a send, with its version. */
  rules: z.record(z.string(), z.string()),
  judgedAt: instantSchema,
});
export type GateVerdict = z.infer<typeof gateVerdictSchema>;
