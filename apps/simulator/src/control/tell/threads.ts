import { z } from 'zod';
import { renderContact } from '../../webhooks/render-inbound.ts';
import { buildWamid, wamidHexLength } from '../../world/messages/wamid.ts';
import { userIdIn } from '../../world/user-id.ts';
import { chatKey } from '../../world/world.ts';
import { tiding, unixSeconds } from './tidings.ts';

const chat = { phoneNumberId: z.string(), waId: z.string().regex(/^\d{5,15}$/) };
const role = z.enum(['customer_service', 'marketing', 'utility', 'ctwa', 'ai_agent', 'escalation']);

/** Who answers a chat that several responders share, and what those hear who do not. */
export const threadTidings = {
  handover: tiding({
    schema: z.strictObject({
      ...chat,
      /** passed: the subscribed app answers from now on; taken: it stops. */
      change: z.enum(['passed', 'taken']).default('passed'),
      from: role.default('ai_agent'),
      to: role.default('escalation'),
      metadata: z.string().max(2000).optional(),
      summary: z.string().optional(),
    }),
    notice: ({ phoneNumberId, waId, change, from, to, metadata, summary }, simulation) => {
      const { world, commit } = simulation;
      const phoneNumber = world.phoneNumbers.get(phoneNumberId);
      const key = chatKey(phoneNumberId, waId);
      if (change === 'taken') {
        commit({ kind: 'entities', entities: { threadOwners: [{ phoneNumberId, waId, role: to }] } });
      } else if (world.threadOwners.has(key)) {
        commit({ kind: 'entity-removed', entity: 'threadOwners', key });
      }
      const type = `control_${change}`;
      return {
        field: 'messaging_handovers',
        phoneNumberId,
        waId,
        value: {
          messaging_product: 'whatsapp',
          sender: { phone_number: waId },
          recipient: { phone_number_id: phoneNumberId, display_phone_number: phoneNumber?.digits },
          type,
          timestamp: String(unixSeconds(simulation)),
          [type]: {
            previous_owner_role: from,
            new_owner_role: to,
            ...(metadata === undefined ? {} : { metadata }),
            ...(summary === undefined
              ? {}
              : { conversation_context: { type: 'summary', summary: { text: summary } } }),
          },
        },
      };
    },
  }),
  standby: tiding({
    schema: z.strictObject({ ...chat, text: z.string() }),
    notice: ({ phoneNumberId, waId, text }, simulation) => {
      const { world, random } = simulation;
      const phoneNumber = world.phoneNumbers.get(phoneNumberId);
      const customer = world.customers.get(waId);
      const message = {
        from: waId,
        ...(customer && phoneNumber ? { from_user_id: userIdIn(world, customer, phoneNumber) } : {}),
        id: buildWamid('inbound', waId, random.hex(wamidHexLength.inbound)),
        timestamp: String(unixSeconds(simulation)),
        type: 'text',
        text: { body: text },
      };
      const contacts = phoneNumber ? renderContact(world, phoneNumber, waId) : [];
      return {
        field: 'standby',
        phoneNumberId,
        waId,
        value: { standby: { ...(contacts.length > 0 ? { contacts } : {}), messages: [message] } },
      };
    },
  }),
  'pin-reset-request': tiding({
    schema: z.strictObject({ phoneNumberId: z.string(), requester: z.string().default('61550000112233') }),
    notice: ({ phoneNumberId, requester }, { world }) => ({
      field: 'security',
      phoneNumberId,
      value: {
        display_phone_number: world.phoneNumbers.get(phoneNumberId)?.digits,
        event: 'PIN_RESET_REQUEST',
        requester,
      },
    }),
  }),
};
