import { Refusal } from '../../refusal.ts';
import type { Flow } from '../../world/flows/flow.ts';
import type { World } from '../../world/world.ts';
import { sampleFlow } from './sample-flow.ts';

/** The WhatsApp Flow of this id, or of this name; undefined when the world has none. */
export function findFlow(world: World, idOrName: string): Flow | undefined {
  const byId = world.flows.get(idOrName);
  if (byId) return byId;
  for (const flow of world.flows.values()) if (flow.name === idOrName) return flow;
  return undefined;
}

/**
 * The Flow JSON a phone renders. A flow nobody uploaded to this simulator is shown by a sample form, so that a
 * message that names one can be tried at once. A refusal for JSON that cannot be read, or a flow that has none.
 */
export function readFlowJson(world: World, idOrName: string): unknown {
  const flow = findFlow(world, idOrName);
  if (!flow) return sampleFlow;
  if (flow.json === undefined) throw new Refusal(404, `The flow ${flow.name} has no JSON yet`);
  try {
    return JSON.parse(flow.json);
  } catch {
    throw new Refusal(422, `The JSON of the flow ${flow.name} cannot be read`);
  }
}
