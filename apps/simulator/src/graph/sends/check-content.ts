import type { SendMessageRequest } from '@renkei/graph-api';
import type { Simulation } from '../../simulation.ts';
import type { PhoneNumber } from '../../world/entities.ts';
import { GraphError } from '../graph-error.ts';
import { checkCatalog } from './check-catalog.ts';
import { checkFlow, findFlow } from './check-flow.ts';

/** Whether what the content of a send refers to is there and usable. Throws 131009, 132068, 132069. */
export function checkContent(
  simulation: Simulation,
  phoneNumber: PhoneNumber,
  message: SendMessageRequest,
): void {
  const { world } = simulation;
  checkInteractiveFlow(simulation, phoneNumber, message);
  checkCatalog(world.wabas.get(phoneNumber.wabaId), message);
}

function checkInteractiveFlow(
  simulation: Simulation,
  { wabaId }: PhoneNumber,
  message: SendMessageRequest,
): void {
  if (message.type !== 'interactive' || message.interactive.type !== 'flow') return;
  const { flow_id: id, flow_name: name, mode } = message.interactive.action.parameters;
  const flow = findFlow(simulation.world, wabaId, { id, name });
  if (!flow) {
    throw new GraphError(131009, {
      details: `interactive.action.parameters: Flow ${id ?? name} does not exist`,
    });
  }
  checkFlow(simulation, flow, mode === 'draft');
}
