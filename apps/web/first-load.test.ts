import { randomBytes } from 'node:crypto';
import type { Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { limitFirstLoad, measureFirstLoad } from './first-load.ts';

/** Of about so many bytes, compressed or not. */
const code = (bytes: number) => randomBytes((bytes * 3) / 4).toString('base64');

const chunk = (fileName: string, bytes: number, more: Partial<Rolldown.OutputChunk> = {}) => ({
  type: 'chunk',
  fileName,
  code: code(bytes),
  imports: [],
  isEntry: false,
  facadeModuleId: null,
  ...more,
});

const bundle = {
  'index.js': chunk('index.js', 1_000, { isEntry: true, imports: ['packages.js'] }),
  'packages.js': chunk('packages.js', 2_000, { imports: ['index.js'] }),
  'settings.js': chunk('settings.js', 90_000, { imports: ['packages.js'] }),
  'en.js': chunk('en.js', 300, { facadeModuleId: '/locales/en.po?first' }),
  'ja.js': chunk('ja.js', 500, { facadeModuleId: '/locales/ja.po?first' }),
  'later.js': chunk('later.js', 90_000, { facadeModuleId: '/locales/ja.po?later' }),
} as unknown as Rolldown.OutputBundle;

test('the first load is the entry, what it imports, and the larger language; what comes later is not', () => {
  expect(measureFirstLoad(bundle).map(({ name }) => name)).toEqual(['index.js', 'packages.js', 'ja.js']);
});

test('a build beyond the promise stops and names the files; one within it passes', () => {
  const told: string[] = [];
  const build = (limitBytes: number) => {
    const { generateBundle } = limitFirstLoad(limitBytes);
    const context = { error: (text: string) => void told.push(text) };
    if (typeof generateBundle === 'function')
      void generateBundle.call(context as never, {} as never, bundle, false);
  };
  build(100_000);
  expect(told).toEqual([]);
  build(2_000);
  expect(told).toEqual([
    expect.stringMatching(/^the first load is \d+ bytes .* 2000 are promised .*packages\.js/),
  ]);
});
