import * as z from 'zod';
import { idSchema, problemSchema } from '../primitives.ts';
import { defineRoute } from '../route.ts';

const textWithVariables = z.object({
  text: z.string(),
  /** `1`, `2` … or names, in the order in which their values are given. */
  variables: z.array(z.string()),
});

/** What stands at the top, and so what must be given: a text's variable, a file, a place or a product. */
const headerSchema = z.discriminatedUnion('format', [
  textWithVariables.extend({ format: z.literal('text') }),
  z.object({ format: z.enum(['image', 'video', 'document', 'gif', 'location', 'product']) }),
]);

const buttonSchema = z.object({
  /** Meta's kind in lower case: `quick_reply`, `url`, `phone_number`, `copy_code`, `otp`, `flow`, `catalog`, `mpm` … */
  type: z.string(),
  text: z.string(),
  /** With `{{1}}` at its end when the sender completes it. */
  url: z.string().nullable(),
  phoneNumber: z.string().nullable(),
  /** The type of parameter that must, or may, be given for it; null: nothing. */
  takes: z
    .object({
      type: z.enum([
        'quick_reply',
        'url',
        'copy_code',
        'flow',
        'catalog',
        'multi_product',
        'voice_call',
        'order_details',
      ]),
      required: z.boolean(),
    })
    .nullable(),
});

export const templateSchema = z.object({
  id: idSchema,
  wabaId: z.string(),
  name: z.string(),
  language: z.string(),
  category: z.string(),
  status: z.string(),
  /** GREEN, YELLOW, RED or UNKNOWN. */
  quality: z.string(),
  header: headerSchema.nullable(),
  body: textWithVariables,
  footer: z.string().nullable(),
  buttons: z.array(buttonSchema),
  /** Of a limited-time offer. */
  offer: z.object({ text: z.string(), hasExpiration: z.boolean() }).nullable(),
  /** Of a carousel. */
  cards: z.array(
    z.object({
      header: headerSchema.nullable(),
      body: textWithVariables.nullable(),
      buttons: z.array(buttonSchema),
    }),
  ),
  /** True when it carries a one-time code: give `code` and nothing else. */
  isAuthentication: z.boolean(),
  /** Whether it can be sent now, and if not why: in review, paused, refused, or with parts that we do not know. */
  sendable: z.boolean(),
  problem: problemSchema.nullable(),
});
export type Template = z.infer<typeof templateSchema>;
export type TemplateButton = Template['buttons'][number];

export const listTemplates = defineRoute({
  name: 'listTemplates',
  method: 'GET',
  path: '/v1/templates',
  summary: 'All templates of a channel; those that cannot be sent say why',
  access: { permission: 'template.read' },
  query: z.object({ channelId: idSchema }),
  response: z.object({ items: z.array(templateSchema) }),
  errors: ['not_found'],
});
