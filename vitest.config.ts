import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Lingui's macro looks for its settings where the run was started.
process.env['LINGUI_CONFIG'] ??= fileURLToPath(new URL('apps/web/lingui.config.ts', import.meta.url));

/** Unit, property and integration tests of every workspace; the journeys in a browser are Playwright's (e2e/). */
export default defineConfig({
  test: {
    // On two cores: a third of the time a test waits for PostgreSQL, or for a process that it has started.
    maxWorkers: 3,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    projects: [
      project('contract', 'packages/contract'),
      project('graph-api', 'packages/graph-api'),
      project('sdk', 'packages/sdk'),
      project('tools', 'tools'),
      project('simulator', 'apps/simulator'),
      // Its files share what they import, which else took a third of the run; none of its modules keeps state of a test.
      project('server', 'apps/server', { globalSetup: ['./test/global-setup.ts'], isolate: false }),
      // With the plugins of its build: translated texts are macros. A test that needs a page says so in its first line.
      { extends: './apps/web/vite.config.ts', ...project('web', 'apps/web') },
    ],
  },
});

function project(name: string, root: string, more: object = {}) {
  const include = ['**/*.test.{ts,tsx}'];
  const exclude = ['**/node_modules/**', '**/dist/**', '**/dist-phone/**'];
  return {
    root,
    test: { name, include, exclude, testTimeout: 20_000, hookTimeout: 60_000, ...more },
  };
}
