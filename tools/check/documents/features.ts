/**
 * docs/features.md says the truth about each of the 228 requirements, once: a table row with its id, a status (works,
 * partly or planned) and, where something works, the test that shows it. Tests named there exist.
 */
import type { Findings, Guard } from '../guard.ts';
import { exists, readText } from '../repository.ts';
import { listLinks, listPaths, listRows } from './read-markdown.ts';

/** Group → how many. */
const requirements: Readonly<Record<string, number>> = { S0: 88, S1: 28, S2: 35, S3: 50, S4: 27 };
const statuses = ['works', 'partly', 'planned'];
const page = 'docs/features.md';

export const features: Guard = { name: 'features', check };

async function check(): Promise<Findings> {
  const at = `requirements in ${page}`;
  if (!exists(page)) return { looked: { count: 0, at }, problems: [`${page}: missing`] };
  const problems = checkFeatures(readText(page), (path) => exists(path));
  return {
    looked: { count: expectedIds().length, at },
    problems: problems.map((problem) => `${page}:${problem}`),
  };
}

export function expectedIds(): readonly string[] {
  return Object.entries(requirements).flatMap(([group, count]) =>
    Array.from({ length: count }, (_, index) => `${group}-${String(index + 1).padStart(2, '0')}`),
  );
}

export function checkFeatures(text: string, fileExists: (path: string) => boolean): readonly string[] {
  const rows = listRows(text).filter(({ cells }) => /^S\d-\d+$/.test(bare(cells[0] ?? '')));
  const seen = Map.groupBy(rows, ({ cells }) => bare(cells[0] ?? ''));
  const known = new Set(expectedIds());
  return [
    ...[...known].filter((id) => !seen.has(id)).map((id) => ` ${id} is not there`),
    ...[...seen]
      .filter(([id, twins]) => twins.length > 1 || !known.has(id))
      .map(([id]) => ` ${id} is there twice or unknown`),
    ...rows.flatMap(({ cells, line }) => checkRow(cells, fileExists).map((problem) => `${line}: ${problem}`)),
  ];
}

function checkRow(cells: readonly string[], fileExists: (path: string) => boolean): readonly string[] {
  const id = bare(cells[0] ?? '');
  const status = cells.map(bare).find((cell) => statuses.includes(cell));
  const row = cells.join(' | ');
  const paths = [
    ...listPaths(row).map(({ target }) => target),
    ...listLinks(row).map(({ target }) => (target.startsWith('../') ? target.slice(3) : `docs/${target}`)),
  ].filter((path) => /\.(test|spec)\.tsx?$/.test(path));
  const missing = paths.filter((path) => !fileExists(path)).map((path) => `${id}: there is no ${path}`);
  if (status === undefined) return [`${id}: its status is none of ${statuses.join(', ')}`, ...missing];
  return status === 'works' && paths.length === 0 ? [`${id}: works, but names no test`, ...missing] : missing;
}

function bare(cell: string): string {
  return cell.replace(/[`*_]/g, '').trim();
}
