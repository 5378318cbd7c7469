import { z } from 'zod';
import { askForSync } from '../../../world/coexistence/sync.ts';
import { type Edges, managementScope } from '../../graph-call.ts';
import { readInput } from '../../input/read-input.ts';
import { messagingProduct } from '../../input/values.ts';
import { withGraphErrors } from '../../with-graph-errors.ts';

const inputSchema = z.object({
  messaging_product: messagingProduct,
  sync_type: z.enum(['smb_app_state_sync', 'history']),
});

/** `POST /{phone-number-id}/smb_app_data`: asks for the contacts or the history of the Business app, each once. */
export const appDataEdges: Edges<'phoneNumber'> = {
  'POST smb_app_data': {
    scope: managementScope,
    handle(call) {
      const { sync_type: type } = readInput(call, inputSchema);
      const requestId = withGraphErrors(() => askForSync(call.simulation, call.node, type));
      return { messaging_product: 'whatsapp', request_id: requestId };
    },
  },
};
