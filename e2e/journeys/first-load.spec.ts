import { expect, test } from '../support/journey.ts';

/** What is promised of the scripts of a first load, as they travel. */
const promisedBytes = 250_000;

test('a first visit to the inbox fetches no more script than is promised', async ({ page }) => {
  await page.goto('/inbox');
  await expect(page.getByRole('region', { name: 'Conversations' }).getByRole('link').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  const scripts = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.endsWith('.js'))
      .map((entry) => ({ name: entry.name, bytes: (entry as PerformanceResourceTiming).encodedBodySize })),
  );
  expect(scripts.length).toBeGreaterThan(2);
  const bytes = scripts.reduce((sum, script) => sum + script.bytes, 0);
  expect(bytes, scripts.map((script) => `${script.name}: ${script.bytes}`).join('\n')).toBeLessThanOrEqual(
    promisedBytes,
  );
});
