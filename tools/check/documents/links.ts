/**
 * Documents name what exists: every relative link leads to a file (and to a heading that is there), every path set as
 * code is a file or folder of the repository. A short path (`ingest/routes.ts`) counts if exactly that ending exists.
 */
import { posix } from 'node:path';
import type { Findings, Guard } from '../guard.ts';
import { readText, repositoryFiles } from '../repository.ts';
import { listLinks, listPaths } from './read-markdown.ts';

/** Named in documents, made when the product runs. */
const madeAtRunTime = /^(?:data|out|node_modules|dist)\/|^(?:\.env|vitest\.json)$/;

const files = new Set(repositoryFiles);
const endings = new Set(repositoryFiles.flatMap(endingsOf));
const folders = new Set(repositoryFiles.flatMap(foldersOf));

export const links: Guard = { name: 'links', check };

async function check(): Promise<Findings> {
  const documents = repositoryFiles.filter((path) => path.endsWith('.md') && !path.includes('/fixtures/'));
  const named = documents.flatMap((document) => {
    const text = readText(document);
    return [
      ...listLinks(text).map((link) => ({
        ...link,
        document,
        exists: leadsSomewhere(document, link.target),
      })),
      ...listPaths(text).map((path) => ({ ...path, document, exists: isOurs(document, path.target) })),
    ];
  });
  const required = [
    'README.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'docs/glossary.md',
    'docs/features.md',
  ];
  return {
    looked: { count: named.length, at: `links and paths in ${documents.length} documents` },
    problems: [
      ...named
        .filter(({ exists }) => !exists)
        .map(({ document, line, target }) => `${document}:${line}: there is no ${target}`),
      ...required.filter((path) => !files.has(path)).map((path) => `${path}: missing`),
    ],
  };
}

function leadsSomewhere(document: string, target: string): boolean {
  const [path = '', heading] = decodeURI(target).split('#');
  const file = path === '' ? document : posix.join(posix.dirname(document), path);
  if (!files.has(file)) return folders.has(file.replace(/\/$/, ''));
  return heading === undefined || !file.endsWith('.md') || headingsOf(readText(file)).has(heading);
}

function isOurs(document: string, target: string): boolean {
  const path = target.replace(/^\.\//, '').replace(/\/$/, '');
  const beside = posix.join(posix.dirname(document), path);
  return (
    [path, beside].some((one) => folders.has(one)) ||
    endings.has(path) ||
    madeAtRunTime.test(`${path}/`.slice(0, target.length))
  );
}

/** As GitHub makes anchors of headings. */
export function headingsOf(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#+\s+(.*)$/gm)].map(([, heading = '']) => heading.toLowerCase());
  return new Set(
    headings.map((heading) =>
      heading
        .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
        .trim()
        .replaceAll(' ', '-'),
    ),
  );
}

function endingsOf(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.map((_, index) => parts.slice(index).join('/'));
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
