import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';

const folder = new URL('../../../../out/bench/', import.meta.url);

export interface Goal {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Must be at least, or at most, this; neither: only to be known. */
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly aim?: number;
}

/** Prints the goals as a table and writes them with all figures as JSON. Gives whether all are met. */
export async function report(bench: string, goals: readonly Goal[], figures: object): Promise<boolean> {
  const rows = goals.map((goal) => ({
    goal: goal.name,
    measured: `${round(goal.value)} ${goal.unit}`.trim(),
    must: requirementOf(goal),
    aim: goal.aim === undefined ? '' : String(goal.aim),
    met: requirementOf(goal) === '' ? '' : isMet(goal) ? 'yes' : 'NO',
  }));
  console.table(rows);
  await mkdir(folder, { recursive: true });
  const machine = { cores: cpus().length, node: process.version, at: new Date().toISOString() };
  const path = new URL(`${bench}.json`, folder);
  await writeFile(path, `${JSON.stringify({ bench, machine, goals: rows, figures }, null, 2)}\n`);
  return goals.every(isMet);
}

function requirementOf({ atLeast, atMost }: Goal): string {
  if (atLeast !== undefined) return `≥ ${atLeast}`;
  return atMost === undefined ? '' : `≤ ${atMost}`;
}

function isMet({ value, atLeast, atMost }: Goal): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}

function round(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100;
}
