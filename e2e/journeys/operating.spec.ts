import { openInbox, ticksOf } from '../support/inbox.ts';
import { expect, runCommand, test } from '../support/journey.ts';

test('how a number sends is set beside what Meta allows, and coexistence never goes above 20', async ({
  page,
}) => {
  await page.goto('/settings/channels');
  const cards = page.locator('main section');
  const dialog = page.getByRole('dialog');
  const waits = dialog.getByRole('switch', { name: /^Wait for delivery/ });
  await test.step('a number of its own', async () => {
    await cards.first().getByRole('button', { name: 'How it sends' }).click();
    await expect(dialog).toContainText('Meta allows80 per second');
    await dialog.getByLabel('Messages per second').fill('40');
    await expect(dialog).toContainText('So it sends at most40 per second');
    await waits.check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
  });
  await test.step('what was set is still there, and is taken back', async () => {
    await page.reload();
    await cards.first().getByRole('button', { name: 'How it sends' }).click();
    await expect(dialog.getByLabel('Messages per second')).toHaveValue('40');
    await dialog.getByLabel('Messages per second').fill('');
    await waits.uncheck();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toHaveCount(0);
  });
  await test.step('a number that also lives in the app', async () => {
    const { items } = await (await page.request.get('/v1/channels')).json();
    const branch = items.find(({ onBusinessApp }: { onBusinessApp: boolean }) => onBusinessApp);
    await cards
      .filter({ hasText: branch.displayPhoneNumber })
      .getByRole('button', { name: 'How it sends' })
      .click();
    await expect(dialog).toContainText('never more');
    await dialog.getByLabel('Messages per second').fill('80');
    await expect(dialog.getByLabel('Messages per second')).not.toHaveValue('80');
  });
});

test('a held system says so, and an owner releases it on the screen', async ({
  page,
  makeCustomer,
  customerWrites,
}) => {
  const customer = await makeCustomer('Mio');
  await customerWrites(customer, 'Is it open?');
  await runCommand('hold');
  const inbox = openInbox(page);
  await inbox.open(customer.name);
  await inbox.say('Yes, until six');
  await page.goto('/settings/health');
  await expect(page.getByRole('heading', { name: 'All sending is stopped' })).toBeVisible();
  await page.getByRole('button', { name: 'Release sending…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Release sending' }).click();
  await expect(page.getByRole('heading', { name: 'All sending is stopped' })).toHaveCount(0);
  await inbox.open(customer.name);
  await expect(ticksOf(inbox.message('Yes, until six'))).toHaveAttribute('data-state', /sent|delivered|read/);
});
