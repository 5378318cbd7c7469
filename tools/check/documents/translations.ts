/**
 * README and user guide exist in English and Japanese: README.md ↔ README.ja.md, docs/guide/x.md ↔ docs/guide/ja/x.md
 * (or x.ja.md). A pair has the same number of headings, tables rows and pictures, so that neither falls behind unnoticed.
 */
import type { Findings, Guard } from '../guard.ts';
import { exists, readText, repositoryFiles } from '../repository.ts';
import { listRows } from './read-markdown.ts';

const isJapanese = (path: string) => /\.ja\.md$|\/ja\//.test(path);

export const translations: Guard = { name: 'translations', check };

async function check(): Promise<Findings> {
  const pages = repositoryFiles.filter((path) => /^(README(\.ja)?|docs\/guide\/.+)\.md$/.test(path));
  const english = pages.filter((path) => !isJapanese(path));
  const pairs = english.map((path) => ({ path, japanese: pairsOf(path).find(exists) }));
  const paired = new Set(pairs.map(({ japanese }) => japanese));
  return {
    looked: { count: pages.length, at: 'pages in two languages' },
    problems: [
      ...pairs.flatMap(({ path, japanese }) =>
        japanese ? compare(path, japanese) : [`${path}: has no Japanese`],
      ),
      ...pages
        .filter((path) => isJapanese(path) && !paired.has(path))
        .map((path) => `${path}: has no English`),
    ],
  };
}

function pairsOf(path: string): readonly string[] {
  return [path.replace(/\.md$/, '.ja.md'), path.replace(/^docs\/guide\//, 'docs/guide/ja/')].filter(
    (pair) => pair !== path,
  );
}

function compare(path: string, japanese: string): readonly string[] {
  const [left, right] = [shapeOf(readText(path)), shapeOf(readText(japanese))];
  return Object.keys(left)
    .filter((what) => left[what] !== right[what])
    .map((what) => `${japanese}: ${right[what]} ${what}, but ${left[what]} in ${path}`);
}

export function shapeOf(text: string): Readonly<Record<string, number>> {
  return {
    headings: [...text.matchAll(/^#+ /gm)].length,
    'table rows': listRows(text).length,
    pictures: [...text.matchAll(/!\[/g)].length,
    'code blocks': [...text.matchAll(/^\s*```/gm)].length / 2,
  };
}
