import type { Simulation } from '../../simulation.ts';
import type { Flow } from '../../world/flows/flow.ts';
import type { World } from '../../world/world.ts';
import { GraphError } from '../graph-error.ts';

/** A flow of the account by id or name. */
export function findFlow(
  world: World,
  wabaId: string,
  { id, name }: { readonly id?: string | undefined; readonly name?: string | undefined },
): Flow | undefined {
  const byId = id === undefined ? undefined : world.flows.get(id);
  const found =
    byId ?? [...world.flows.values()].find((flow) => flow.wabaId === wabaId && flow.name === name);
  return found?.wabaId === wabaId ? found : undefined;
}

/** Flows of a poor endpoint go out ten times an hour at most. */
const throttledPerHour = 10;

/** Whether a flow may be sent: drafts only on request, and then only as long as they are drafts. */
export function checkFlow({ usage, clock }: Simulation, { id, status }: Flow, asDraft: boolean): void {
  if (status === 'BLOCKED') throw new GraphError(132068);
  if (status === 'THROTTLED') {
    const place = usage.take(`flow/${id}`, throttledPerHour, clock.elapsedMs());
    if (place.isAllowed) return;
    throw new GraphError(132069);
  }
  if (asDraft ? status === 'DRAFT' : status === 'PUBLISHED') return;
  throw new GraphError(131009, {
    details: asDraft
      ? 'The Flow is not a draft: leave out mode, or send mode "published".'
      : `The Flow is not published (${status}). Send mode "draft" to test a draft.`,
  });
}
