import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { Sentence } from './say.mjs';

const leastMajor = 24;

/**
 * The Node.js the product runs on: the one npm installed beside it, else the running one when it is new enough.
 *
 * @param {{ platform?: string, arch?: string, installed?: (path: string) => string | undefined,
 *   running?: { version: string, path: string } }} [machine] as seen; replaced in tests. `installed` answers the
 *   version (`v24.21.0`) that the program at a path reports, undefined when it is not there or does not run.
 * @returns {string} the program's path
 */
export function chooseNode({
  platform = process.platform,
  arch = process.arch,
  installed = reportedVersion,
  running = { version: process.version, path: process.execPath },
} = {}) {
  const isWindows = platform === 'win32';
  const packageName = `node-${isWindows ? 'win' : platform}-${arch}`;
  const packaged = join(root, 'node_modules', packageName, 'bin', isWindows ? 'node.exe' : 'node');
  if (isNewEnough(installed(packaged))) return packaged;
  if (isNewEnough(running.version)) return running.path;
  throw new Sentence({
    en: `Renkei runs on Node.js ${leastMajor}; npm has no package of it for ${platform}-${arch}, and this is ${running.version}. Install Node.js ${leastMajor}: https://nodejs.org/`,
    ja: `Renkei には Node.js ${leastMajor} が必要です。${platform}-${arch} 用の npm パッケージはなく、現在は ${running.version} です。Node.js ${leastMajor} をインストールしてください: https://nodejs.org/`,
  });
}

/** @param {string | undefined} version */
function isNewEnough(version) {
  return version !== undefined && Number(version.replace(/^v/, '').split('.')[0]) >= leastMajor;
}

/** @param {string} path */
function reportedVersion(path) {
  if (!existsSync(path)) return undefined;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
