import { z } from 'zod';
import { showNode } from '../fields/show-node.ts';
import { type Edges, managementScope } from '../graph-call.ts';
import { readInput } from '../input/read-input.ts';
import { signupView } from '../topics/signups/signups.ts';

const inputSchema = z.object({ status: z.enum(['ACTIVE', 'DISABLED']) });

/** `/{signup-id}`, also as `/signups/{signup-id}`: read, switched off and on. */
export const signupEdges: Edges<'signup'> = {
  'GET ': { scope: managementScope, handle: (call) => showNode(call, signupView, signupEdges) },
  'POST ': {
    scope: managementScope,
    handle(call) {
      const { status } = readInput(call, inputSchema);
      call.simulation.commit({ kind: 'entities', entities: { signups: [{ ...call.node, status }] } });
      return { success: true };
    },
  },
};
