import type { Page } from '@playwright/test';
import { openInbox } from '../support/inbox.ts';
import { expect, test } from '../support/journey.ts';
import { takePhone } from '../support/phone.ts';

test('a question with buttons is made with the keyboard alone, survives a reload and reaches the phone', async ({
  page,
  openWindow,
  phoneNumberId,
  makeCustomer,
  customerWrites,
}) => {
  const customer = await makeCustomer('Kaori');
  await customerWrites(customer, 'Which teas have you got?');
  const inbox = openInbox(page);
  await inbox.open(customer.name);
  const dialog = page.getByRole('dialog', { name: 'Buttons' });
  const text = dialog.getByRole('textbox', { name: 'Text', exact: true });

  await test.step('the stroke opens the menu, and the search finds the form', async () => {
    await openForm(page, 'answers to tap');
    await expect(text).toBeFocused();
  });
  await test.step('the preview follows, and what is too long is said at its field', async () => {
    await page.keyboard.type('Which *tea* would you like?');
    await page.keyboard.press('Tab');
    await page.keyboard.type('A label that is far too long');
    await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('Which tea would you like?');
    await expect(dialog.getByText('Too long by 8: at most 20 characters')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
  });
  await test.step('after a reload all of it is there', async () => {
    await page.reload();
    await openForm(page, 'answers to tap');
    await expect(text).toHaveValue('Which *tea* would you like?');
    await expect(dialog.getByRole('textbox', { name: 'Label' })).toHaveValue('A label that is far too long');
  });
  await test.step('a discarded draft can be had back', async () => {
    await dialog.getByRole('button', { name: 'Discard draft' }).click();
    await expect(text).toHaveValue('');
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await expect(text).toHaveValue('Which *tea* would you like?');
  });
  await test.step('the phone shows the question with its buttons', async () => {
    await dialog.getByRole('textbox', { name: 'Label' }).fill('Green tea');
    await expect(dialog.getByRole('button', { name: 'Send', exact: true })).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    const phone = await takePhone(openWindow, customer, { phoneNumberId });
    await expect(phone.messages('received').last()).toContainText('Green tea');
    await expect(inbox.messages('out').last()).toContainText('Green tea');
  });
  await test.step('a second stroke is just a stroke', async () => {
    await inbox.composer.press('/');
    await page.getByRole('combobox', { name: 'What would you like to send?' }).press('/');
    await expect(inbox.composer).toHaveValue('/');
  });
});

async function openForm(page: Page, search: string): Promise<void> {
  await openInbox(page).composer.press('/');
  const field = page.getByRole('combobox', { name: 'What would you like to send?' });
  await field.fill(search);
  await expect(page.getByRole('option')).toHaveCount(1);
  await field.press('Enter');
}
