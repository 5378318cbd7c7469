import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { Sentence, say } from './say.mjs';

/**
 * `npm ci` when the dependencies are missing or other than the lock file says.
 *
 * Install scripts are not run: nothing here needs one (the database's library links are made by its launcher), and a
 * dependency must not be able to run code merely by being installed.
 */
export async function ensureInstalled() {
  const stamp = join(root, 'node_modules', '.renkei-installed');
  const wanted = wantedState();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!wasInstalledByHand()) {
    say({
      en: 'Installing dependencies (once, about a minute) …',
      ja: '依存パッケージをインストールしています（初回のみ、1 分ほど）…',
    });
    rmSync(stamp, { force: true });
    install();
  }
  writeFileSync(stamp, wanted);
}

/** The lock file, and the machine: a folder copied to another one lacks its binaries. */
function wantedState() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch}\n`;
}

/** A developer's own `npm install` leaves npm's record newer than the lock file. */
function wasInstalledByHand() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  return statSync(record).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

function install() {
  const npm = process.env.npm_execpath;
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = /** @type {const} */ ({ cwd: root, stdio: 'inherit' });
  const { status, error } =
    npm !== undefined && npm.endsWith('.js')
      ? spawnSync(process.execPath, [npm, ...args], options)
      : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (status === 0) return;
  throw new Sentence({
    en: `npm ci failed${error === undefined ? '' : ` (${error.message})`}. Check the network and the lines above, then try again.`,
    ja: `npm ci に失敗しました${error === undefined ? '' : `（${error.message}）`}。ネットワークと上の出力を確認して、もう一度実行してください。`,
  });
}
