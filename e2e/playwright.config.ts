import { defineConfig } from '@playwright/test';
import { ownerSession } from './support/journey.ts';

const executablePath = process.env['CHROMIUM_PATH'];
const firstMinute = 'first-minute.spec.ts';
/** Tokens of a number, rules and hooks of a workspace, holds; and what measures. */
const forEverybody = ['channels', 'consent', 'first-load', 'hooks', 'operating'].map(
  (name) => `${name}.spec.ts`,
);

/** Journeys through the running product, which `support/start-product.ts` starts on a data folder of its own. */
export default defineConfig({
  testDir: 'journeys',
  outputDir: '../out/e2e',
  globalSetup: './support/start-product.ts',
  // Journeys share the world, not the people they meet in it. What changes something for everybody is walked alone.
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // The longest takes 25 s on two free cores; a machine that is busy with others is several times slower.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  // Whoever comes first makes the world, in their language: the first minute is always played before the rest.
  projects: [
    { name: 'first minute', testMatch: firstMinute, workers: 1 },
    {
      name: 'for everybody',
      testMatch: forEverybody,
      dependencies: ['first minute'],
      workers: 1,
      use: { storageState: ownerSession },
    },
    {
      name: 'journeys',
      testIgnore: [firstMinute, ...forEverybody],
      dependencies: ['for everybody'],
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
    // Without a film and without a copy of every page, which cost a processor as much as the journey does; a picture and a
    // description of the end are taken.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
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
