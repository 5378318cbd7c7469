import { z } from 'zod';
import { flowParametersSchema } from '../flow/flow-parameters.ts';
import { messageHeaderSchema } from '../parts/MessageHeader.tsx';

const buttonSchema = z.looseObject({
  type: z
    .string()
    .default('QUICK_REPLY')
    .transform((type) => type.toUpperCase()),
  index: z.number().optional(),
  /** Missing where the phone has words of its own. */
  text: z.string().optional(),
  payload: z.string().optional(),
  url: z.string().optional(),
  phoneNumber: z.string().optional(),
  code: z.string().optional(),
  otpType: z.string().optional(),
  flow: flowParametersSchema.optional(),
  action: z.unknown().optional(),
});

const cardSchema = z.looseObject({
  header: messageHeaderSchema.optional(),
  body: z.string().default(''),
  buttons: z.array(buttonSchema).default([]),
});

/** A template as the simulator shows it, its parameters filled in. */
export const templateContentSchema = cardSchema.extend({
  body: z.string(),
  category: z.string().optional(),
  footer: z.string().optional(),
  offer: z.looseObject({ text: z.string(), expiresAt: z.number().optional() }).optional(),
  cards: z.array(cardSchema).optional(),
  asksForCalls: z.boolean().optional(),
});

export type TemplateContent = z.infer<typeof templateContentSchema>;
export type TemplateButton = z.infer<typeof buttonSchema>;
