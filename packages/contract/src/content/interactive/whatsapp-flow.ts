import * as z from 'zod';
import { foreignId, framedText, shownText } from '../parts.ts';

/** Opens a WhatsApp Flow, Meta's form; the answer is a `flow_reply`. Source: Meta, "Sending a Flow" (2026). */
export const whatsappFlowContent = z.object({
  kind: z.literal('whatsapp_flow'),
  ...framedText,
  flow: z.union([z.object({ id: foreignId }), z.object({ name: foreignId })]),
  /** What is tapped to open the form. */
  button: shownText,
  /** Comes back with the answer. */
  token: foreignId.optional(),
  /** A draft opens only on phones that may test it. */
  mode: z.enum(['draft', 'published']).optional(),
  /** `screen` opens a screen with `data`; without it the form's own endpoint decides. */
  opens: z.object({ screen: foreignId, data: z.record(z.string(), z.json()).optional() }).optional(),
});
