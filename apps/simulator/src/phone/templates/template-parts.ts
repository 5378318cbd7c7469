import { z } from 'zod';

/** What a template's definition holds, as tolerant as Graph's own answer: an unknown part is left alone. */
const buttonSchema = z.looseObject({
  type: z.string().transform((type) => type.toUpperCase()),
  text: z.string().optional(),
  url: z.string().optional(),
  phone_number: z.string().optional(),
  otp_type: z.string().optional(),
  flow_id: z.union([z.string(), z.number()]).transform(String).optional(),
  flow_name: z.string().optional(),
  flow_action: z.string().optional(),
  navigate_screen: z.string().optional(),
});

const partSchema = z.looseObject({
  type: z.string().transform((type) => type.toUpperCase()),
  format: z.string().optional(),
  text: z.string().optional(),
  buttons: z.array(buttonSchema).optional(),
  add_security_recommendation: z.boolean().optional(),
  code_expiration_minutes: z.number().optional(),
  limited_time_offer: z
    .looseObject({ text: z.string().optional(), has_expiration: z.boolean().optional() })
    .optional(),
  cards: z.array(z.looseObject({ components: z.array(z.looseObject({ type: z.string() })) })).optional(),
});

const parameterSchema = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  parameter_name: z.string().optional(),
  payload: z.string().optional(),
  coupon_code: z.string().optional(),
  currency: z.looseObject({ fallback_value: z.string() }).optional(),
  date_time: z.looseObject({ fallback_value: z.string() }).optional(),
  limited_time_offer: z.looseObject({ expiration_time_ms: z.number().optional() }).optional(),
  action: z.looseObject({}).optional(),
});

/** A component of a send. `index` comes as a string or a number, `type` in any case. */
const sentSchema = z.looseObject({
  type: z.string().transform((type) => type.toLowerCase()),
  sub_type: z
    .string()
    .transform((type) => type.toLowerCase())
    .optional(),
  index: z.union([z.string(), z.number()]).transform(Number).optional(),
  parameters: z.array(parameterSchema).default([]),
  cards: z
    .array(z.looseObject({ card_index: z.number().optional(), components: z.array(z.unknown()).default([]) }))
    .optional(),
});

export const templatePartsSchema = z.array(partSchema);
export const sentPartsSchema = z.array(sentSchema);

export type TemplatePart = z.infer<typeof partSchema>;
export type TemplateButton = z.infer<typeof buttonSchema>;
export type SentPart = z.infer<typeof sentSchema>;
