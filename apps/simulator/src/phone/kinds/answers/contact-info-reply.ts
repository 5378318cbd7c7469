import { z } from 'zod';
import { requireCustomer } from '../../../world/world.ts';
import { phoneKind } from '../kind.ts';

/** The person's own card, shared because the business asked for it: contacts with the origin `contact_request`. */
export const contactInfoReplyKind = phoneKind({
  schema: z.strictObject({ messageId: z.string().min(1) }),
  build({ messageId }, { simulation, waId }) {
    const { name } = requireCustomer(simulation.world, waId);
    return {
      type: 'contacts',
      content: [
        {
          origin: 'contact_request',
          name: { formatted_name: name, first_name: name },
          phones: [{ phone: `+${waId}`, wa_id: waId, type: 'CELL' }],
        },
      ],
      contextId: messageId,
    };
  },
});
