import { z } from 'zod';
import { findFlowToken } from '../../flows/find-flow-token.ts';
import { phoneKind } from '../kind.ts';

/**
 * A completed WhatsApp Flow: `nfm_reply` with the answers as a JSON string. The token of the message that opened the
 * form comes first, `unused` when it had none (Meta: Flows, sending and answers).
 */
export const flowReplyKind = phoneKind({
  schema: z.strictObject({
    messageId: z.string().min(1),
    response: z.record(z.string(), z.unknown()),
    /** What the chat shows for the answer. */
    body: z.string().default('Sent'),
  }),
  build: ({ messageId, response, body }, { simulation }) => ({
    type: 'interactive',
    content: {
      type: 'nfm_reply',
      nfm_reply: {
        name: 'flow',
        body,
        response_json: JSON.stringify({
          flow_token: findFlowToken(simulation.world, messageId),
          ...response,
        }),
      },
    },
    contextId: messageId,
  }),
});
