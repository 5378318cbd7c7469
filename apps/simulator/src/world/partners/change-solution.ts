import type { Simulation } from '../../simulation.ts';
import { notify } from '../../webhooks/notify.ts';
import type { App } from '../entities.ts';
import { Problem } from '../problem.ts';
import type { World } from '../world.ts';
import type { Solution, SolutionStatus } from './solution.ts';

/** Writes a solution down and tells both sides, each in the name of its own portfolio (`partner_solutions`). */
export function saveSolution(simulation: Simulation, solution: Solution): void {
  const { id: solution_id, status: solution_status, owner, partner } = solution;
  const event = simulation.world.solutions.has(solution_id) ? 'SOLUTION_UPDATED' : 'SOLUTION_CREATED';
  simulation.commit({ kind: 'entities', entities: { solutions: [solution] } });
  for (const { appId, portfolioId } of [owner, partner]) {
    const value = { event, solution_id, solution_status };
    notify(simulation, { field: 'partner_solutions', portfolioId, appId, value });
  }
}

interface Step {
  readonly from: SolutionStatus;
  readonly to: SolutionStatus;
  readonly mayTake: (solution: Solution, appId: string) => boolean;
}

const isInvited = ({ partner }: Solution, appId: string) => partner.appId === appId;
const isAsked = ({ deactivationAskedBy }: Solution, appId: string) => deactivationAskedBy !== appId;

/** What either side can do about a solution: from which status, to which, and who of the two. */
const steps = {
  accept: { from: 'INITIATED', to: 'ACTIVE', mayTake: isInvited },
  reject: { from: 'INITIATED', to: 'REJECTED', mayTake: isInvited },
  send_deactivation_request: { from: 'ACTIVE', to: 'PENDING_DEACTIVATION', mayTake: () => true },
  accept_deactivation_request: { from: 'PENDING_DEACTIVATION', to: 'DEACTIVATED', mayTake: isAsked },
  reject_deactivation_request: { from: 'PENDING_DEACTIVATION', to: 'ACTIVE', mayTake: isAsked },
} as const satisfies { readonly [step: string]: Step };

export type SolutionStep = keyof typeof steps;

// The keys of a literal record are exactly its names.
export const solutionSteps = Object.keys(steps) as readonly SolutionStep[];

/** Throws a `Problem`: 200 when it is for the other side to do, 100 in another status. */
export function changeSolution(
  simulation: Simulation,
  solution: Solution,
  name: SolutionStep,
  appId: string,
): void {
  const { from, to, mayTake }: Step = steps[name];
  if (!mayTake(solution, appId)) throw new Problem(200, 'This is for the other partner to decide.');
  if (solution.status !== from) {
    throw new Problem(100, `The solution is ${solution.status}; only one that is ${from} can be changed so.`);
  }
  const deactivationAskedBy = to === 'PENDING_DEACTIVATION' ? appId : undefined;
  saveSolution(simulation, { ...solution, status: to, deactivationAskedBy });
}

/** An app's portfolio: that of the first account it listens to, else the world's first. */
export function portfolioOfApp({ subscriptions, wabas, portfolios }: World, { id }: App): string {
  const first = [...subscriptions.values()].find(({ appId }) => appId === id);
  return wabas.get(first?.wabaId ?? '')?.portfolioId ?? portfolios.keys().next().value ?? '';
}
