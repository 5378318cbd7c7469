import type { Simulation } from '../../../simulation.ts';
import type { Template } from '../../../world/entities.ts';
import type { TemplateShape } from '../../../world/templates/template-shape.ts';
import { checkFlow, findFlow } from '../check-flow.ts';

/** The flows behind a template's buttons must run when it is sent (132068, 132069). */
export function checkFlowButtons(
  simulation: Simulation,
  { wabaId }: Template,
  { buttons }: TemplateShape,
): void {
  for (const { type, flow_id: id, flow_name: name } of buttons) {
    if (type !== 'FLOW' || (id === undefined && name === undefined)) continue;
    const flow = findFlow(simulation.world, wabaId, { id, name });
    if (flow) checkFlow(simulation, flow, false);
  }
}
