import { openInbox } from '../support/inbox.ts';
import { expect, test } from '../support/journey.ts';
import { keepNoQuietHours } from '../support/sending-rules.ts';

test('a customer agrees and stops by a word; the team sees it, and what may still be sent', async ({
  page,
  makeCustomer,
  customerWrites,
}) => {
  await keepNoQuietHours(page);
  const customer = await makeCustomer('Aiko');
  await customerWrites(customer, 'Do you have news?');
  const inbox = openInbox(page);
  await inbox.open(customer.name);
  const consent = page.getByRole('region', { name: 'Consent' });
  if (!(await consent.isVisible())) await page.keyboard.press('i');
  await expect(consent).toContainText('Not asked');

  await test.step('a member notes what they agreed to', async () => {
    await consent.getByRole('button', { name: 'Note or ask for consent' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Proof' }).fill('Card at the counter');
    await dialog.getByRole('button', { name: 'Note it' }).click();
    await expect(consent).toContainText('Agreed');
    await expect(consent).toContainText('Card at the counter');
  });

  await test.step('the customer stops, and the offer is refused before it is sent', async () => {
    await customerWrites(customer, '配信停止');
    await expect(consent).toContainText('Stopped');
    await page.getByRole('button', { name: 'Choose a template' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox', { name: 'Search templates' }).fill('new_harvest');
    await dialog
      .getByRole('button', { name: /new_harvest/ })
      .first()
      .click();
    for (const field of await dialog.getByRole('textbox').all()) {
      if ((await field.inputValue()) === '') await field.fill('1');
    }
    await expect(dialog.getByRole('alert')).toContainText('This customer has opted out');
  });
});

test('the rules of sending are set in the settings', async ({ page }) => {
  await page.goto('/settings/sending');
  const confirm = page.getByRole('switch', { name: 'Confirm such a message once' });
  const was = await confirm.isChecked();
  await confirm.setChecked(!was, { force: true });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  await confirm.setChecked(was, { force: true });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
});
