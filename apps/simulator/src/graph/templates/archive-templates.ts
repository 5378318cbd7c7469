import type { Waba } from '../../world/entities.ts';
import { planTask } from '../../world/tasks/plan-task.ts';
import { tellStatus } from '../../world/templates/tell-template.ts';
import type { GraphCall } from '../graph-call.ts';
import { missingParameter } from '../graph-error.ts';
import { listIds } from './delete-templates.ts';

const archivedMs = 28 * 24 * 60 * 60 * 1000;

/** The two ways, by the edge below `message_templates`. */
const ways = {
  archive: { from: 'APPROVED', to: 'ARCHIVED', event: 'ARCHIVED', answer: 'archived_templates' },
  unarchive: { from: 'ARCHIVED', to: 'APPROVED', event: 'UNARCHIVED', answer: 'unarchived_templates' },
} as const;

/** `POST /{waba-id}/message_templates/archive` and `/unarchive`: takes templates out of use, and back. Those archived for 28 days are deleted. */
export function archiveTemplates(call: GraphCall<Waba>, way: keyof typeof ways): unknown {
  const { simulation } = call;
  const ids = listIds(call.parameters.hsm_ids);
  if (!ids) throw missingParameter('hsm_ids');
  const { from, to, event, answer } = ways[way];
  const failed: string[] = [];
  for (const id of ids) {
    const template = simulation.world.templates.get(id);
    if (template?.wabaId !== call.node.id || template.status !== from) {
      failed.push(id);
      continue;
    }
    const changed = {
      ...template,
      status: to,
      archivedAt: way === 'archive' ? simulation.clock.now() : undefined,
    };
    simulation.commit({ kind: 'entities', entities: { templates: [changed] } });
    tellStatus(simulation, changed, event);
    if (way === 'archive') {
      const at = simulation.clock.now() + archivedMs;
      planTask(simulation, 'archived-deleted', at, { templateId: id, archivedAt: simulation.clock.now() });
    }
  }
  return { [answer]: ids.filter((id) => !failed.includes(id)), failed_templates: failed };
}
