import { z } from 'zod';

const id = z.union([z.string(), z.number()]).transform(String);

/** What a message says of the WhatsApp Flow it opens (Meta: interactive Flow messages). */
export const flowParametersSchema = z.looseObject({
  flow_id: id.optional(),
  flow_name: z.string().optional(),
  flow_cta: z.string().optional(),
  flow_action: z.string().default('navigate'),
  flow_action_payload: z
    .looseObject({ screen: z.string().optional(), data: z.record(z.string(), z.unknown()).optional() })
    .optional(),
});

export type FlowParameters = z.infer<typeof flowParametersSchema>;
