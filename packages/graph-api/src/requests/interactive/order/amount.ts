import { z } from 'zod';

/** An amount in hundredths: `{value: 84900, offset: 100}` is 849.00. */
export const amount = z.strictObject({
  value: z.number().refine((value) => Number.isInteger(value) && value >= 0, {
    error: 'must be a whole number of hundredths',
  }),
  offset: z.literal(100),
});
