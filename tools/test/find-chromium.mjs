import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from '../bootstrap/root.mjs';
import { inTerminalLanguage } from '../bootstrap/say.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const usualPlaces = [
  '/usr/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * A Chromium to test with: the one named, the one installed, else one that is installed now (Debian's package as
 * root, Playwright's own browser elsewhere).
 *
 * @returns {{ readonly path: string } | { readonly missing: string }} where none can be had, the sentence that says so
 */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return existsSync(named) ? { path: named } : { missing: noSuchFile(named) };
  const path = findInstalled() ?? (install() ? findInstalled() : undefined);
  return path === undefined ? { missing: noneToBeHad() } : { path };
}

function findInstalled() {
  const onPath = names.map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout?.trim());
  return [...onPath, ...usualPlaces, chromium.executablePath()].find((path) => path && existsSync(path));
}

function install() {
  const canUseApt = process.getuid?.() === 0 && succeeds('which', ['apt-get']);
  if (canUseApt && installDebianPackages()) return true;
  return succeeds(process.execPath, [
    join(root, 'node_modules/@playwright/test/cli.js'),
    'install',
    'chromium',
  ]);
}

function installDebianPackages() {
  console.log('Installing Chromium (apt-get) …');
  const packages = ['chromium', 'fonts-noto-cjk'];
  const [install, noQuestions] = [
    ['install', '-y', '--no-install-recommends', ...packages],
    'noninteractive',
  ];
  const env = { ...process.env, DEBIAN_FRONTEND: noQuestions };
  return succeeds('apt-get', ['update', '-qq'], env) && succeeds('apt-get', install, env);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function succeeds(command, args, env = process.env) {
  return spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
}

/** @param {string} path */
function noSuchFile(path) {
  return inTerminalLanguage({
    en: `CHROMIUM_PATH names ${path}, which does not exist.`,
    ja: `CHROMIUM_PATH の ${path} が存在しません。`,
  });
}

function noneToBeHad() {
  return inTerminalLanguage({
    en: 'There is no Chromium here and none could be installed. Install one (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM_PATH; `npm test -- --only vitest` needs none.',
    ja: 'Chromium が見つからず、インストールもできませんでした。インストールするか（Debian: apt-get install chromium fonts-noto-cjk）、CHROMIUM_PATH を指定してください。`npm test -- --only vitest` には不要です。',
  });
}
