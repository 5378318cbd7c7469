import { describe, expect, test } from 'vitest';
import { findForbidden } from './hygiene.ts';
import { isAllowed, unofficial } from './licence-rules.ts';
import { listProductionPackages } from './production-packages.ts';

describe('licences', () => {
  test.each([
    ['left', 'MIT', true],
    ['left', '(MIT OR GPL-3.0-only)', true],
    ['left', 'MIT AND GPL-3.0-only', false],
    ['left', 'AGPL-3.0-only', false],
    ['left', 'LGPL-3.0-or-later', false],
    ['@img/sharp-libvips-linux-x64', 'LGPL-3.0-or-later', true],
    ['left', undefined, false],
  ])('%s under %s: %s', (name, licence, expected) => {
    expect(isAllowed(name, licence)).toBe(expected);
  });

  test.each([
    'baileys',
    '@whiskeysockets/baileys',
    'whatsapp-web.js',
    'venom-bot',
    '@wppconnect-team/wppconnect',
  ])('%s speaks the private protocol', (name) => {
    expect(unofficial.test(name)).toBe(true);
  });

  test.each(['whatsapp-business', '@chat-adapter/whatsapp', 'venomous-snakes'])('%s does not', (name) => {
    expect(unofficial.test(name)).toBe(false);
  });
});

test('production is what the lock does not mark as dev, on whatever system, workspaces left out', () => {
  const lock = {
    packages: {
      '': { version: '1.0.0' },
      'apps/server': { version: '1.0.0' },
      'node_modules/@renkei/server': { link: true },
      'node_modules/a': { version: '1.0.0', license: 'MIT' },
      'node_modules/a/node_modules/b': { version: '2.0.0', license: 'ISC' },
      'node_modules/only-tests': { version: '1.0.0', dev: true },
    },
  };
  expect(listProductionPackages(lock).map(({ name }) => name)).toEqual(['a', 'b']);
});

describe('hygiene', () => {
  test.each([
    ['a path of a machine', `see /${'root'}/project/file`],
    ['a key', `-----BEGIN RSA ${'PRIVATE'} KEY-----`],
    ['an address in the lock', `"resolved": "${'https'}://registry.example/a.tgz"`],
    ['a token', `EAA${'a1'.repeat(40)}`],
  ])('finds %s', (_, text) => {
    expect(findForbidden('file.md', `first line\n${text}`)).toHaveLength(1);
  });

  test('lets routes, modules and temporary folders of tests be', () => {
    expect(
      findForbidden('file.ts', "import './work/x.ts'; const a = '/v1/work/items'; join(tmpdir(), 'x')"),
    ).toEqual([]);
  });
});
