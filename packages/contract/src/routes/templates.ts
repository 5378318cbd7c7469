import * as z from 'zod';
import { idSchema } from '../primitives.ts';
import { defineRoute } from '../route.ts';

export const templateSchema = z.object({
  id: idSchema,
  wabaId: z.string(),
  name: z.string(),
  language: z.string(),
  category: z.string(),
  status: z.string(),
  headerText: z.string().nullable(),
  bodyText: z.string(),
  footerText: z.string().nullable(),
  buttons: z.array(z.string()),
  headerParameterCount: z.number().int(),
  bodyParameterCount: z.number().int(),
  /** False when the template has parts that cannot be filled in here yet, such as a media header. */
  sendable: z.boolean(),
});
export type Template = z.infer<typeof templateSchema>;

export const listTemplates = defineRoute({
  name: 'listTemplates',
  method: 'GET',
  path: '/v1/templates',
  summary: 'The approved templates of a channel',
  access: { permission: 'template.read' },
  query: z.object({ channelId: idSchema }),
  response: z.object({ items: z.array(templateSchema) }),
  errors: ['not_found'],
});
