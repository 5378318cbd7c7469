import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const SIMULATOR_URL = process.env.SIMULATOR_URL ?? 'http://127.0.0.1:7400';

/**
 * Builds the virtual phone's page. The page lives at /phone/:waId (and /business/:phoneNumberId) and its assets at /phone-assets/,
 * so that a phone's address can be as deep as it likes and the assets are found all the same.
 */
export default defineConfig({
  root: fileURLToPath(new URL('./src/phone-web', import.meta.url)),
  base: '/phone-assets/',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('./dist-phone', import.meta.url)),
    emptyOutDir: true,
    target: 'es2022',
    // Stickers are sent as files, so each stays a file instead of being inlined.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/phones': SIMULATOR_URL, '/businesses': SIMULATOR_URL } },
});
