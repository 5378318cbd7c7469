import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import type { Flow } from './flow.ts';

/** Puts part of a flow anew; a change of its status is told by the `flows` webhook. */
export function changeFlow(
  simulation: Pick<Simulation, 'world' | 'random' | 'clock' | 'commit'>,
  flow: Flow,
  change: Partial<Flow>,
): void {
  const changed = { ...flow, ...change, updatedAt: simulation.clock.now() };
  simulation.commit({ kind: 'entities', entities: { flows: [changed] } });
  if (changed.status === flow.status) return;
  notify(simulation, {
    field: 'flows',
    wabaId: flow.wabaId,
    value: {
      event: 'FLOW_STATUS_CHANGE',
      message: `Flow ${flow.name} moved from ${flow.status} to ${changed.status}`,
      flow_id: flow.id,
      old_status: flow.status,
      new_status: changed.status,
    },
  });
}
