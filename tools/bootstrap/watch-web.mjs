// Part of `npm run dev`: rebuilds every page when its sources change, until the parent is gone.
import { join } from 'node:path';
import { build } from 'vite';
import { pages } from './pages.mjs';
import { root } from './root.mjs';

process.once('disconnect', () => process.exit());
for (const page of pages) {
  await build({
    configFile: join(root, page.folder, 'vite.config.ts'),
    build: { watch: {} },
    logLevel: 'warn',
  });
}
