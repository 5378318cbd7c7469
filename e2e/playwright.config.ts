import { defineConfig } from '@playwright/test';
import { ownerSession } from './support/journey.ts';

const executablePath = process.env['CHROMIUM_PATH'];

/** Journeys through the running product, which `support/start-product.ts` starts on a data folder of its own. */
export default defineConfig({
  testDir: 'journeys',
  outputDir: '../out/e2e',
  globalSetup: './support/start-product.ts',
  // One browser at a time: the product, PostgreSQL and Chromium share two cores, and one world.
  workers: 1,
  retries: 0,
  forbidOnly: true,
  // The longest takes 25 s on two free cores; a machine that is busy with others is several times slower.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // Whoever comes first makes the world, in their language: the first minute is always played before the rest.
  projects: [
    { name: 'first minute', testMatch: 'first-minute.spec.ts' },
    {
      name: 'journeys',
      testIgnore: 'first-minute.spec.ts',
      dependencies: ['first minute'],
      use: { storageState: ownerSession },
    },
  ],
  use: {
    actionTimeout: 10_000,
    baseURL: process.env['RENKEI_URL'],
    browserName: 'chromium',
    locale: 'en-US',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1440, height: 900 },
    permissions: ['microphone'],
    screenshot: 'only-on-failure',
    // Without the film of it, which costs a processor as much as the journey does; a picture of the end is taken.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        // A voice note is recorded from a tone, without a microphone and without a question.
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    },
  },
});
