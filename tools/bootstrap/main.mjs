import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb } from './build-web.mjs';
import { chooseNode } from './choose-node.mjs';
import { ensureInstalled } from './ensure-installed.mjs';
import { root } from './root.mjs';
import { runNode, startNode } from './run-node.mjs';
import { Sentence, say } from './say.mjs';

/**
 * A command: what it builds first, and the script that Node 24 then runs (the first of its names that exists).
 * @typedef {{ readonly buildsWeb?: boolean | ((args: readonly string[]) => boolean), readonly scripts: readonly string[],
 *   readonly scriptArguments?: readonly string[], readonly beside?: (node: string) => void }} Command
 */

const cli = 'apps/server/src/cli/renkei.ts';

/** @type {Readonly<Record<string, Command>>} */
const commands = {
  start: { buildsWeb: true, scripts: [cli], scriptArguments: ['start'] },
  dev: { buildsWeb: true, scripts: [cli], scriptArguments: ['start', '--watch'], beside: watchWeb },
  renkei: { buildsWeb: (args) => args[0] === 'start', scripts: [cli] },
  test: { buildsWeb: (args) => !args.includes('vitest'), scripts: ['tools/test.mjs'] },
  build: { buildsWeb: true, scripts: [] },
  check: { scripts: ['tools/check/run.ts'] },
  gen: { scripts: ['tools/generate.ts'] },
  bench: { buildsWeb: true, scripts: ['tools/bench/run.mjs', 'tools/bench/run.ts'] },
  faults: { scripts: ['tools/faults/run.mjs', 'tools/faults/run.ts'] },
  sim: { scripts: ['tools/sim/run.mjs'] },
};

/**
 * Installs what is missing, then goes on under the Node.js the product needs. Sets the process's exit code.
 * @param {readonly string[]} argv the command and its arguments
 */
export async function main([name = '', ...args]) {
  try {
    process.exitCode = await run(name, args);
  } catch (error) {
    if (!(error instanceof Sentence)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 */
async function run(name, args) {
  const command = commands[name];
  if (command === undefined) {
    const known = Object.keys(commands).join(' | ');
    throw new Sentence({ en: `Usage: npm run ${known}`, ja: `使い方: npm run ${known}` });
  }
  await ensureInstalled();
  const node = chooseNode();
  const { buildsWeb = false } = command;
  if (typeof buildsWeb === 'function' ? buildsWeb(args) : buildsWeb) await buildWeb(node);
  command.beside?.(node);
  if (command.scripts.length === 0) return 0;
  const script = command.scripts.find((path) => existsSync(join(root, path)));
  if (script === undefined) {
    throw new Sentence({
      en: `This checkout has no ${command.scripts.join(' or ')}.`,
      ja: `このチェックアウトには ${command.scripts.join(' も ')} がありません。`,
    });
  }
  return runNode(node, [join(root, script), ...(command.scriptArguments ?? []), ...args]);
}

/**
 * Rebuilds the pages whenever their sources change, until we end.
 * @param {string} node
 */
function watchWeb(node) {
  say({
    en: 'Pages are rebuilt when they change; reload the browser.',
    ja: '変更するとページが再ビルドされます。ブラウザーを再読み込みしてください。',
  });
  startNode(node, [join(root, 'tools/bootstrap/watch-web.mjs')]);
}
