/**
 * What pleasant code turns out to look like: files of at most 300 lines (median 80), functions of at most 60, folders of
 * at most fifteen entries. Whatever lies outside is told, so that somebody looks; it is no limit to cut code to. Only a
 * source above 400 lines or a test above 600 fails, unless it is listed below with a reason.
 */
import { basename, dirname } from 'node:path';
import type { Findings, Guard } from '../guard.ts';
import { readText, repositoryFiles, sourceFiles } from '../repository.ts';
import { countLines, findLongFunctions, median } from './measure.ts';

const limits = { source: 400, test: 600, lookAt: 300, function: 60, folder: 15, median: 80 };

/** File → why it may be longer. */
const allowed: Readonly<Record<string, string>> = {};

export const sizes: Guard = { name: 'sizes', check };

async function check(): Promise<Findings> {
  const files = sourceFiles.map((path) => ({
    path,
    text: readText(path),
    lines: countLines(readText(path)),
  }));
  const sources = files.filter(({ path }) => !isTest(path));
  const middle = median(sources.map(({ lines }) => lines));
  return {
    looked: { count: files.length, at: `files, median ${middle} lines` },
    problems: files
      .filter(({ path, lines }) => lines > (isTest(path) ? limits.test : limits.source) && !(path in allowed))
      .map(({ path, lines }) => `${path}: ${lines} lines`),
    notes: [
      ...(middle > limits.median ? [`the median source has ${middle} lines, over ${limits.median}`] : []),
      ...sources
        .filter(({ lines }) => lines > limits.lookAt)
        .map(({ path, lines }) => `${path}: ${lines} lines`),
      ...sources.flatMap(({ path, text }) => describeLongFunctions(path, text)),
      ...findCrowdedFolders(repositoryFiles).filter((line) => !isData(line)),
    ],
  };
}

function describeLongFunctions(path: string, text: string): readonly string[] {
  return findLongFunctions(path, text, limits.function).map(
    ({ name, line, lines }) => `${path}:${line}: ${name} has ${lines} lines`,
  );
}

/** Counts what a reader sees: files and folders; a test or a style sheet beside its source is no entry of its own. */
export function findCrowdedFolders(paths: readonly string[]): readonly string[] {
  const entries = new Map<string, Set<string>>();
  for (const path of paths) {
    for (let child = path; child !== '.'; child = dirname(child)) {
      const entry = basename(child).replace(/\.(test|module)?\.?(tsx?|css)$/, '');
      entries.set(dirname(child), (entries.get(dirname(child)) ?? new Set()).add(entry));
    }
  }
  return [...entries]
    .filter(([folder, { size }]) => size > limits.folder && folder !== '.')
    .map(([folder, { size }]) => `${folder}: ${size} entries`);
}

function isData(line: string): boolean {
  return /\/fixtures|^docs\//.test(line);
}

function isTest(path: string): boolean {
  return /\.(test|suite|spec)\.tsx?$/.test(path);
}
