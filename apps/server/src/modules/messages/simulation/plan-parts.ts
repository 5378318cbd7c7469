import type { Plan } from './plan.ts';

/** What a world has more or less of, by name: its size, the chances of trouble, how often mishaps happen. */
export type PlanPart = (typeof sizeParts)[number] | keyof Plan['trouble'] | keyof Plan['mishaps'];
export type PlanChanges = Readonly<Partial<Record<PlanPart, number>>>;

const sizeParts = ['workers', 'channels', 'conversations', 'sends', 'troubledMs'] as const;
/** A world needs somebody who sends something to somebody. */
const least: PlanChanges = { workers: 1, channels: 1, conversations: 1, sends: 1, troubledMs: 1_000 };

/** Every part and how much of it there is. */
export function partsOf(plan: Plan): ReadonlyMap<PlanPart, number> {
  const { workers, channels, conversations, sends, troubledMs, trouble, mishaps } = plan;
  const parts = { ...mishaps, ...trouble, channels, workers, conversations, sends, troubledMs };
  // The names are those of the object just made.
  return new Map(Object.entries(parts) as [PlanPart, number][]);
}

export function leastOf(part: PlanPart): number {
  return least[part] ?? 0;
}

export function changePlan(plan: Plan, changes: PlanChanges): Plan {
  const changed = <Part extends object>(part: Part): Part => ({
    ...part,
    ...Object.fromEntries(Object.entries(changes).filter(([name]) => name in part)),
  });
  return { ...changed(plan), trouble: changed(plan.trouble), mishaps: changed(plan.mishaps) };
}

/** As `--with` takes them: `sends=3,crashes=0`. */
export function writeChanges(changes: PlanChanges): string {
  return Object.entries(changes)
    .map(([name, value]) => `${name}=${value}`)
    .join(',');
}

/** Throws for a part that no plan has. */
export function readChanges(text: string, plan: Plan): PlanChanges {
  const known = partsOf(plan);
  const entries = text.split(',').map((entry) => {
    const [name = '', value = ''] = entry.split('=');
    const part = [...known.keys()].find((candidate) => candidate === name);
    if (part === undefined || value === '' || Number.isNaN(Number(value))) {
      throw new Error(`--with ${entry}: there are ${[...known.keys()].join(', ')}`);
    }
    return [part, Number(value)];
  });
  return Object.fromEntries(entries);
}
