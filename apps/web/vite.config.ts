import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { linguiTransformerBabelPreset } from '@lingui/vite-plugin';
import babel from '@rolldown/plugin-babel';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { limitFirstLoad } from './first-load.ts';
import { splitCatalogs } from './split-catalogs.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const server = process.env.RENKEI_SERVER_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: here,
  plugins: [
    react(),
    splitCatalogs(here),
    babel({ presets: [linguiTransformerBabelPreset({}, { cwd: here })] }),
    emojiData(),
    limitFirstLoad(),
    compressed(),
  ],
  build: {
    target: 'es2023',
    // The content security policy allows no data: fonts or scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every first load needs goes into two files (ours, others'), not into sixty shared ones.
          groups: [
            { name: 'packages', tags: ['$initial'], test: /node_modules/, priority: 2 },
            { name: 'app', tags: ['$initial'], priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: { '/v1': { target: server, changeOrigin: false } } },
});

/** Serves the emoji picker's data from our own origin; the picker's default is a content delivery network. */
function emojiData(): Plugin {
  const files = ['en', 'ja'].flatMap((locale) => [`${locale}/data.json`, `${locale}/messages.json`]);
  const read = (file: string) =>
    readFile(fileURLToPath(import.meta.resolve(`emojibase-data/${file}`)), 'utf8');
  return {
    name: 'renkei-emoji-data',
    configureServer({ middlewares }) {
      middlewares.use('/emoji', (request, response, next) => {
        const file = files.find((candidate) => request.url === `/${candidate}`);
        if (file === undefined) return next();
        read(file).then((text) => response.setHeader('content-type', 'application/json').end(text), next);
      });
    },
    async generateBundle() {
      for (const file of files) {
        this.emitFile({ type: 'asset', fileName: `emoji/${file}`, source: await read(file) });
      }
    },
  };
}

/** Puts a compressed copy beside every text file: the server sends it as it is, and compresses nothing itself. */
function compressed(): Plugin {
  const compress = promisify(brotliCompress);
  return {
    name: 'renkei-compressed',
    apply: 'build',
    enforce: 'post',
    async writeBundle({ dir = here }, bundle) {
      const files = Object.values(bundle).filter(({ fileName }) =>
        /\.(js|css|html|json|svg)$/.test(fileName),
      );
      await Promise.all(
        files.map(async (file) => {
          const text = file.type === 'chunk' ? file.code : file.source;
          await writeFile(join(dir, `${file.fileName}.br`), await compress(text));
        }),
      );
    },
  };
}
