import { openInbox, ticksOf } from '../support/inbox.ts';
import { expect, test } from '../support/journey.ts';

test('a message for later is counted as scheduled, says when it goes, and is taken back in time', async ({
  page,
  makeCustomer,
  customerWrites,
}) => {
  const customer = await makeCustomer('Haruka');
  await customerWrites(customer, 'When do you open tomorrow?');
  const inbox = openInbox(page);
  await inbox.open(customer.name);
  await inbox.composer.fill('We open at ten');
  await page.getByRole('button', { name: 'Send at a chosen time' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send at a chosen time' });
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  const message = inbox.message('We open at ten');
  await expect(message).toContainText('Goes out on');

  await page.goto('/settings/health');
  const scheduled = page.getByText('Scheduled', { exact: true }).first();
  await expect(scheduled.locator('xpath=..')).toContainText('next at');

  await inbox.open(customer.name);
  await message.getByRole('button', { name: 'Take back' }).click();
  await expect(ticksOf(message)).toHaveAttribute('data-state', 'cancelled');
  await expect(message).not.toContainText('Goes out on');
});
