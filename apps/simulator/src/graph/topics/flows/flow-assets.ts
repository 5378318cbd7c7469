import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { changeFlow } from '../../../world/flows/change-flow.ts';
import type { Flow } from '../../../world/flows/flow.ts';
import { validateFlowJson } from '../../../world/flows/validate-flow-json.ts';
import { page } from '../../fields/page.ts';
import { type Edges, type GraphCall, managementScope } from '../../graph-call.ts';
import { GraphError, missingParameter } from '../../graph-error.ts';
import { badParameter, readInput } from '../../input/read-input.ts';

const largestFlowBytes = 10 * 1024 * 1024;

const inputSchema = z.object({ name: z.literal('flow.json'), asset_type: z.literal('FLOW_JSON') });

/** `/{flow-id}/assets`: the Flow JSON. An upload with faults succeeds and lists them; publishing then does not. */
export const flowAssetEdges: Edges<'flow'> = {
  'GET assets': {
    scope: managementScope,
    handle(call) {
      const { simulation, node } = call;
      return page(call, `${node.id}/assets`, node.json === undefined ? [] : [node], (flow) => ({
        name: 'flow.json',
        asset_type: 'FLOW_JSON',
        download_url: `${simulation.origin()}/whatsapp_business/flows/${flow.id}.json?token=${flow.previewToken}`,
      }));
    },
  },
  'POST assets': { scope: managementScope, handle: uploadAsset },
};

async function uploadAsset(call: GraphCall<Flow>): Promise<unknown> {
  const { simulation, node, file } = call;
  readInput(call, inputSchema);
  if (!file) throw missingParameter('file');
  if (file.sizeBytes > largestFlowBytes) throw badParameter('file', 'must be at most 10 MB.');
  if (node.status !== 'DRAFT') {
    throw new GraphError(139001, {
      details: `Flow is ${node.status}: its JSON can only be changed in a clone.`,
    });
  }
  const json = await readFile(file.path, 'utf8');
  const validationErrors = validateFlowJson(json);
  changeFlow(simulation, node, { json, validationErrors });
  return { success: true, validation_errors: validationErrors };
}
