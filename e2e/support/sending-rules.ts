import type { Page } from '@playwright/test';

/** Journeys are walked at any hour; marketing would wait until morning. */
export async function keepNoQuietHours(page: Page): Promise<void> {
  const answer = await page.request.patch('/v1/sending-settings', {
    headers: { 'x-renkei-csrf': '1' },
    data: { quietHours: { enabled: false, from: '20:00', to: '08:00', includesUtility: false } },
  });
  if (!answer.ok()) throw new Error(`The sending rules answered ${answer.status()}: ${await answer.text()}`);
}
