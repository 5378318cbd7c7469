import * as z from 'zod';
import { foreignId } from '../content/parts.ts';
import { idSchema } from '../primitives.ts';
import { defineRoute } from '../route.ts';

/** A form that opens inside WhatsApp, as Meta keeps it. */
export const whatsappFlowSchema = z.object({
  id: foreignId,
  name: z.string(),
  /** Meta's words in lower case; sent can be what is `published`, and to test phones a `draft`. */
  status: z.string(),
  /** Meta's words in lower case: `appointment_booking`, `survey` … */
  categories: z.array(z.string()),
});
export type WhatsAppFlow = z.infer<typeof whatsappFlowSchema>;

export const listWhatsAppFlows = defineRoute({
  name: 'listWhatsAppFlows',
  method: 'GET',
  path: '/v1/channels/:channelId/flows',
  summary: 'WhatsApp Flows of a channel’s account, newest first; known for a few minutes',
  access: { permission: 'template.read' },
  params: z.object({ channelId: idSchema }),
  response: z.object({ items: z.array(whatsappFlowSchema) }),
  errors: ['not_found', 'channel_not_sending', 'flows_not_readable', 'graph_unreachable'],
});
