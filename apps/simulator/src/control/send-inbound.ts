import { z } from 'zod';
import { ensureCustomer, receiveFromPhone } from '../phone/receive-from-phone.ts';
import { Refusal } from '../refusal.ts';
import type { Runtime } from '../runtime.ts';

const inboundMessageSchema = z.looseObject({
  phoneNumberId: z.string(),
  waId: z.string().regex(/^\d{5,15}$/),
  type: z.string().default('text'),
  name: z.string().optional(),
  /** Written in this group. */
  groupId: z.string().optional(),
  contextId: z.string().optional(),
  /** World ms. */
  timestamp: z.number().optional(),
  id: z.string().optional(),
});

export const inboundSchema = z.union([
  z.array(inboundMessageSchema).transform((messages) => ({ messages, batchSize: undefined })),
  z.strictObject({ messages: z.array(inboundMessageSchema), batchSize: z.int().min(1).max(1000).optional() }),
]);

export type InboundRequest = z.infer<typeof inboundSchema>;
export type InboundInput = z.input<typeof inboundMessageSchema>;

/**
 * Messages of customers, many at once. Content stands under the key named by `type`, exactly as in Meta's webhook
 * (`text`, `image` …); `referral` and `errors` are kept too. With `batchSize` that many share one body.
 */
export function sendInbound({ simulation, delivery }: Runtime, { messages, batchSize }: InboundRequest) {
  for (const { phoneNumberId } of messages) {
    if (simulation.world.phoneNumbers.has(phoneNumberId)) continue;
    throw new Refusal(404, `No business phone number ${phoneNumberId}`);
  }
  const ids: string[] = [];
  delivery.together(batchSize, () => {
    for (const input of messages) {
      const { phoneNumberId, waId, groupId, type, name, contextId, timestamp, id, ...rest } = input;
      ensureCustomer(simulation, waId, name);
      const { [type]: content, ...extra } = rest;
      const draft = { phoneNumberId, waId, groupId, type, content, contextId, extra, at: timestamp, id };
      ids.push(receiveFromPhone(simulation, draft).id);
    }
  });
  return { ids };
}
