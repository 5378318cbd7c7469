import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { inTerminalLanguage } from '../bootstrap/say.mjs';

const usualPlaces = ['/usr/sbin/nats-server', '/usr/local/bin/nats-server', '/opt/homebrew/bin/nats-server'];

/**
 * A nats-server to test with: the one named, the one installed, else Debian's package, installed now as root.
 *
 * @returns {{ readonly path: string } | { readonly missing: string }} where none can be had, the sentence that says so
 */
export function findNats() {
  const named = process.env.NATS_SERVER_PATH;
  if (named && existsSync(named)) return { path: named };
  const path = findInstalled() ?? (install() ? findInstalled() : undefined);
  return path === undefined ? { missing: noneToBeHad() } : { path };
}

function findInstalled() {
  const onPath = spawnSync('which', ['nats-server'], { encoding: 'utf8' }).stdout?.trim();
  return [onPath, ...usualPlaces].find((path) => path && existsSync(path));
}

function install() {
  if (process.getuid?.() !== 0 || spawnSync('which', ['apt-get']).status !== 0) return false;
  console.log('Installing nats-server (apt-get) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (/** @type {readonly string[]} */ args) =>
    spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
  return apt(['update', '-qq']) && apt(['install', '-y', '--no-install-recommends', 'nats-server']);
}

function noneToBeHad() {
  return inTerminalLanguage({
    en: 'There is no nats-server here and none could be installed. Install one (Debian: apt-get install nats-server) or set NATS_SERVER_PATH.',
    ja: 'nats-server が見つからず、インストールもできませんでした。インストールするか（Debian: apt-get install nats-server）、NATS_SERVER_PATH を指定してください。',
  });
}
