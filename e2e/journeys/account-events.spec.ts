import { expect, ownerSession, test } from '../support/journey.ts';

test('a rejected template is explained with what to do, in English and in Japanese', async ({
  page,
  browser,
  simulator,
  callGraph,
}) => {
  const { wabas } = await simulator.getWorld();
  const name = `win_an_iphone_${Date.now()}`;
  await simulator.setSettings({
    templates: {
      reviewDelayMs: { min: 0, max: 0 },
      verdicts: [{ name, status: 'REJECTED', reason: 'PROMOTIONAL' }],
    },
  });
  await callGraph(`/${wabas[0]?.id}/message_templates`, {
    name,
    language: 'en',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'You have won a telephone. Reply to claim it.' }],
  });
  await page.goto('/settings/account-events');
  const event = page.getByRole('listitem').filter({ hasText: name }).first();
  await expect(event.getByRole('heading')).toHaveText(`Template “${name}” was rejected`);
  await expect(event).toContainText(/What to do:\s*\S{3,}/);
  await event.getByRole('button', { name: 'As received' }).click();
  await expect(event).toContainText('REJECTED');

  const japanese = await browser.newContext({ locale: 'ja-JP', storageState: ownerSession });
  const japanesePage = await japanese.newPage();
  await japanesePage.goto('/settings/account-events');
  const reported = japanesePage.getByRole('listitem').filter({ hasText: name }).first();
  await expect(reported.getByRole('heading')).toHaveText(`テンプレート「${name}」が却下されました`);
  await japanese.close();
});
