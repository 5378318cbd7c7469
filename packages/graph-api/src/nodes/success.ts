import { z } from 'zod';

/** The answer of most mutations. Group edges write the string `"true"`. */
export const successAnswer = z.looseObject({ success: z.union([z.boolean(), z.literal('true')]) });
