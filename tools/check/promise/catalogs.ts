/**
 * Every sentence of the web app has its Japanese: the catalogues (apps/web/src/locales/<language>.po) hold the same
 * messages, no translation is empty or lost a placeholder, and they are what the sources say today.
 *
 * To see the last, the messages are extracted again into a folder of their own and compared; `npm run extract -w
 * @renkei/web` repairs.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Findings, Guard } from '../guard.ts';
import { exists, readText, root } from '../repository.ts';
import { describeFailure, runTool } from '../run-tool.ts';
import { placeholdersOf, readCatalog } from './read-catalog.ts';

type Catalog = ReadonlyMap<string, string>;
const folder = 'apps/web/src/locales';
const [english, japanese] = [`${folder}/en.po`, `${folder}/ja.po`];

export const catalogs: Guard = { name: 'catalogs', check };

async function check(): Promise<Findings> {
  const missing = [english, japanese].filter((path) => !exists(path));
  if (missing.length > 0)
    return { looked: { count: 0, at: 'messages' }, problems: missing.map((path) => `${path}: missing`) };
  const [source, translated] = [readCatalog(readText(english)), readCatalog(readText(japanese))];
  const current = await extractMessages();
  return {
    looked: { count: current.size, at: 'messages' },
    problems: [
      ...compare(english, source, current),
      ...compare(japanese, translated, current),
      ...findUntranslated(translated),
    ],
  };
}

function compare(path: string, catalog: Catalog, current: Catalog): readonly string[] {
  const missing = [...current.keys()]
    .filter((id) => !catalog.has(id))
    .map((id) => `${path}: not extracted yet: ${id}`);
  const left = [...catalog.keys()]
    .filter((id) => !current.has(id))
    .map((id) => `${path}: no longer used: ${id}`);
  return [...missing, ...left];
}

export function findUntranslated(catalog: Catalog): readonly string[] {
  return [...catalog].flatMap(([id, translation]) => {
    if (translation === '') return [`${japanese}: no Japanese: ${id}`];
    const [given, kept] = [placeholdersOf(id), placeholdersOf(translation)];
    return given.join() === kept.join()
      ? []
      : [`${japanese}: has ${kept.join()}, not ${given.join()}: ${id}`];
  });
}

/** Into a copy of the web app, so that nothing of the working tree changes. */
async function extractMessages(): Promise<Catalog> {
  mkdirSync(join(root, 'out/check'), { recursive: true });
  const copy = mkdtempSync(join(root, 'out/check/catalogs-'));
  try {
    for (const name of ['src', 'lingui.config.ts', 'package.json']) {
      cpSync(join(root, 'apps/web', name), join(copy, name), { recursive: true });
    }
    const answer = await runTool('@lingui/cli#lingui', ['extract', '--clean', '--workers', '1'], copy);
    if (answer.status !== 0) throw new Error(describeFailure('lingui extract', answer));
    return readCatalog(readFileSync(join(copy, 'src/locales/en.po'), 'utf8'));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
