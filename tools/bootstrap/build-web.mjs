import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pages } from './pages.mjs';
import { root } from './root.mjs';
import { Sentence, say } from './say.mjs';

const ignoredNames = new Set(['node_modules', 'dist', 'dist-phone']);

/**
 * Builds the pages whose sources changed since their last build.
 * @param {string} node
 */
export async function buildWeb(node) {
  const stale = pages
    .map((page) => ({ page, hash: hashOf(page.sources), stamp: join(root, page.output, '.built-from') }))
    .filter(({ hash, stamp }) => !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash);
  if (stale.length === 0) return;
  say({ en: 'Building the pages …', ja: 'ページをビルドしています…' });
  await Promise.all(
    stale.map(async ({ page, hash, stamp }) => {
      await build(node, page);
      writeFileSync(stamp, hash);
    }),
  );
}

/**
 * @param {string} node
 * @param {(typeof pages)[number]} page
 */
async function build(node, page) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(node, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(root, page.folder),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const [output, errors, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve, reject) => child.once('error', reject).once('close', resolve)),
  ]);
  if (code === 0) return;
  throw new Sentence({
    en: `The ${page.name} page could not be built:\n${output}${errors}`,
    ja: `ページ（${page.name}）をビルドできませんでした:\n${output}${errors}`,
  });
}

/**
 * Contents, not times: a fresh checkout of the same sources needs no second build.
 * @param {readonly string[]} paths
 */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const file of paths.flatMap((path) => filesBelow(path))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {readonly string[]}
 */
function filesBelow(path) {
  const status = statSync(join(root, path), { throwIfNoEntry: false });
  if (status === undefined) return [];
  if (!status.isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(join(root, path))
    .filter((name) => !ignoredNames.has(name))
    .sort()
    .flatMap((name) => filesBelow(`${path}/${name}`));
}
