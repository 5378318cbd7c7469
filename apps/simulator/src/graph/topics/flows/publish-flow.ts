import type { Simulation } from '../../../simulation.ts';
import { changeFlow } from '../../../world/flows/change-flow.ts';
import { exchangeFlowData } from '../../../world/flows/exchange-flow-data.ts';
import type { Flow } from '../../../world/flows/flow.ts';
import { needsEndpoint } from '../../../world/flows/flow-json.ts';
import { settingsOf } from '../../../world/numbers/settings-of.ts';
import type { GraphCall } from '../../graph-call.ts';
import { GraphError } from '../../graph-error.ts';

/**
 * `POST /{flow-id}/publish`. Refused with 139002 for anything but a draft without faults; a flow with an endpoint also
 * needs a connected app, a number with a public key, and an endpoint that answers a health check.
 */
export async function publishFlow({ simulation, node }: GraphCall<Flow>): Promise<unknown> {
  if (node.status !== 'DRAFT') throw cannotPublish(`Flow is ${node.status}, only a draft can be published.`);
  if (node.json === undefined) throw cannotPublish('Flow has no Flow JSON.');
  if (node.validationErrors.length > 0) {
    throw cannotPublish('Publishing Flow is prohibited because of validation errors in the Flow JSON.');
  }
  if (needsEndpoint(node)) await requireEndpoint(simulation, node);
  changeFlow(simulation, node, { status: 'PUBLISHED' });
  return { success: true };
}

async function requireEndpoint(simulation: Simulation, flow: Flow): Promise<void> {
  const { world } = simulation;
  if (!flow.endpointUri) throw cannotPublish('Flow has no endpoint_uri.');
  if (!world.apps.has(flow.applicationId ?? '')) throw cannotPublish('Flow is not connected to an app.');
  const number = [...world.phoneNumbers.values()].find(
    ({ id, wabaId, registered }) =>
      wabaId === flow.wabaId && registered && settingsOf(world, id).encryptionKey?.signature === 'VALID',
  );
  if (!number) throw cannotPublish('No phone number of the account has a signed public key.');
  const check = await exchangeFlowData(simulation, flow, number.id, { action: 'ping' });
  if (check.outcome === 'active') return;
  const reason = check.outcome === 'failed' ? check.reason : check.outcome;
  throw cannotPublish(`The endpoint did not answer the health check: ${reason}.`);
}

function cannotPublish(details: string): GraphError {
  return new GraphError(139002, { details, userTitle: 'Flow Cannot Be Published', userMessage: details });
}
