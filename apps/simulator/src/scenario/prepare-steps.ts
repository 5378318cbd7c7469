import { z } from 'zod';
import { ScenarioFault } from './scenario-fault.ts';
import type { ScenarioFile, WrittenStep } from './scenario-file.ts';
import type { Stage } from './stage.ts';
import type { Actor, Step } from './step.ts';
import { customerSteps, worldSteps } from './steps/registry.ts';

export interface PreparedStep {
  readonly line: number;
  /** As written. */
  readonly text: string;
  readonly run: (stage: Stage) => Promise<void>;
}

/** Reads every step before the first one runs, so that a slip of the pen is found at once. */
export function prepareSteps({ path, head, steps }: ScenarioFile): readonly PreparedStep[] {
  const actors = Object.entries(head.customers).map(([name, { waId }]): Actor => ({ name, waId }));
  return steps.map((written) => prepareStep(path, actors, written));
}

function prepareStep(
  path: string,
  actors: readonly Actor[],
  { line, key, value }: WrittenStep,
): PreparedStep {
  const [first] = actors;
  if (!first) throw new ScenarioFault(path, line, 'a scenario needs at least one customer');
  const { actor, verb, steps } = findActor(actors, first, key);
  const found = steps.find((step) => step.verb === verb);
  if (!found) throw new ScenarioFault(path, line, `nobody can "${key}". Known: ${listVerbs()}`);
  const target = addressee(actors, value);
  const parsed = found.schema.safeParse(target.value);
  if (!parsed.success) throw new ScenarioFault(path, line, `${key}: ${z.prettifyError(parsed.error)}`);
  return {
    line,
    text: value === null ? key : `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    run: (stage) => found.run(stage, parsed.data, target.actor ?? actor),
  };
}

/** `Taro writes` is Taro's; `customer writes` is the first customer's. */
function findActor(
  actors: readonly Actor[],
  first: Actor,
  key: string,
): { readonly actor: Actor; readonly verb: string; readonly steps: readonly Step[] } {
  const named = [...actors, { ...first, name: 'customer' }].find(({ name }) => key.startsWith(`${name} `));
  if (!named) return { actor: first, verb: key, steps: worldSteps };
  const actor = actors.find(({ waId }) => waId === named.waId) ?? first;
  return { actor, verb: key.slice(named.name.length + 1), steps: customerSteps };
}

/** `to: Taro` in a value names the customer that a send or an expectation is about. */
function addressee(
  actors: readonly Actor[],
  value: unknown,
): { readonly value: unknown; readonly actor: Actor | undefined } {
  if (typeof value !== 'object' || value === null || !('to' in value)) return { value, actor: undefined };
  const { to, ...rest } = value;
  const actor = actors.find(({ name }) => name === to);
  return actor ? { value: rest, actor } : { value, actor: undefined };
}

function listVerbs(): string {
  return [...customerSteps.map(({ verb }) => `customer ${verb}`), ...worldSteps.map(({ verb }) => verb)].join(
    ', ',
  );
}
