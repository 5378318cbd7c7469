import { unpauseTemplate } from '../../world/templates/pause-template.ts';
import { showNode } from '../fields/show-node.ts';
import { type Edges, managementScope } from '../graph-call.ts';
import { editTemplate } from '../templates/edit-template.ts';
import { templateView } from '../templates/template-view.ts';

/** `/{template-id}`. */
export const templateEdges: Edges<'template'> = {
  'GET ': {
    scope: managementScope,
    handle: (call) =>
      showNode(call, templateView(call.simulation.world, call.simulation.origin()), templateEdges),
  },
  'POST ': { scope: managementScope, handle: editTemplate },
  'POST unpause': {
    scope: managementScope,
    handle({ simulation, node }) {
      if (node.status !== 'PAUSED') return { success: false, reason: 'The template is not paused.' };
      unpauseTemplate(simulation, node, simulation.clock.now());
      return { success: true };
    },
  },
};
