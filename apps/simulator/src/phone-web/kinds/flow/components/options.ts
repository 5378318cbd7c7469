import { z } from 'zod';

const optionsSchema = z.array(
  z.looseObject({
    id: z.string(),
    title: z.string(),
    description: z.string().optional(),
    enabled: z.boolean().default(true),
  }),
);

/** The choices of a `data-source`, already filled in. */
export const readOptions = (source: unknown) => optionsSchema.catch([]).parse(source);
