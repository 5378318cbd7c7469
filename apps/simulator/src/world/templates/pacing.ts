import type { Simulation } from '../../simulation.ts';
import { setStatus } from '../messages/progress-messages.ts';
import { planTask } from '../tasks/plan-task.ts';
import { getOutbound } from '../world.ts';
import { tellStatus } from './tell-template.ts';

/** Makes Meta decide on held messages once there are any. */
export function watchPacing(simulation: Simulation): void {
  const { world } = simulation;
  simulation.onCommit((record) => {
    if (record.kind !== 'accepted' || !record.message.held) return;
    const { templateId = '', at } = record.message;
    if (world.heldMessages.get(templateId)?.length !== 1) return;
    planTask(simulation, 'pacing-decided', at + world.settings.templates.pacingHoldMs, { templateId });
  });
}

/**
 * What was held goes out, or fails with 132015 while the template is paused until somebody un-pauses it by hand
 * (Meta: template pacing).
 */
export function decidePacing(
  simulation: Simulation,
  { templateId }: { readonly templateId: string },
  at: number,
): void {
  const { world, commit } = simulation;
  const template = world.templates.get(templateId);
  if (!template) return;
  const held = world.heldMessages.get(templateId) ?? [];
  const isBad = template.quality?.score === 'RED' || template.quality?.score === 'YELLOW';
  const pacing = {
    state: isBad ? 'stopped' : 'released',
    sentCount: template.pacing?.sentCount ?? 0,
  } as const;
  const decided = { ...template, pacing, ...(isBad ? { status: 'PAUSED' } : {}) };
  commit({ kind: 'entities', entities: { templates: [decided] } });
  if (isBad && template.status === 'APPROVED') {
    const other = { title: 'RATE_LIMITING_PAUSE', description: 'Early feedback on this template was bad.' };
    tellStatus(simulation, decided, 'PAUSED', { other_info: other }, at);
  }
  for (const id of isBad ? held : []) {
    const state = getOutbound(world, id);
    if (state) setStatus(simulation, state, 'failed', { failCode: 132015 });
  }
  commit({ kind: 'held-decided', templateId, messageIds: held });
}
