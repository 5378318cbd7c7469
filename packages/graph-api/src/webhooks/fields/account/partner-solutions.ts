import { z } from 'zod';
import { decoration, wireId } from '../../../wire.ts';
import { defineAccountField } from '../define.ts';

/** The entry's id is the business portfolio here. */
export const partnerSolutions = defineAccountField(
  'partner_solutions',
  z.looseObject({ event: z.string(), solution_id: wireId, solution_status: decoration(z.string()) }),
);
