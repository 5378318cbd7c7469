import { z } from 'zod';
import { findByUserId } from '../../../world/user-id.ts';
import { getChat } from '../../../world/world.ts';
import { type Edges, managementScope } from '../../graph-call.ts';
import { readInput } from '../../input/read-input.ts';
import { messagingProduct } from '../../input/values.ts';

const inputSchema = z.object({ messaging_product: messagingProduct, bsuid: z.string().min(1) });

/**
 * `DELETE /{phone-number-id}/contact_book?bsuid=`: answers whether the portfolio knew this person by traffic. Nothing
 * else changes here, where a hidden number is never told anyway.
 */
export const contactBookEdges: Edges<'phoneNumber'> = {
  'DELETE contact_book': {
    scope: managementScope,
    handle(call) {
      const { bsuid } = readInput(call, inputSchema);
      const customer = findByUserId(call.simulation.world, bsuid, call.node);
      const isKnown =
        customer !== undefined && getChat(call.simulation.world, call.node.id, customer.waId) !== undefined;
      return { success: true, deleted: isKnown };
    },
  },
};
