import { drawPicture } from '../support/files.ts';
import { openInbox } from '../support/inbox.ts';
import { expect, test } from '../support/journey.ts';
import { takePhone } from '../support/phone.ts';
import { keepNoQuietHours } from '../support/sending-rules.ts';

test('a template with a picture, an offer and buttons is filled in, sent and shown on both sides', async ({
  page,
  openWindow,
  phoneNumberId,
  makeCustomer,
  customerWrites,
}) => {
  await keepNoQuietHours(page);
  const customer = await makeCustomer('Tess');
  await customerWrites(customer, 'START');
  await customerWrites(customer, 'Any offers this week?');
  const inbox = openInbox(page);
  await inbox.open(customer.name);
  await page.getByRole('button', { name: 'Choose a template' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('searchbox', { name: 'Search templates' }).fill('weekend_offer');
  await dialog.getByRole('button', { name: /weekend_offer.*\ben\b/ }).click();
  await dialog.locator('input[type=file]').setInputFiles(await drawPicture(page, 'teapot.png', 'image/png'));
  await expect(dialog.getByText('teapot.png')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Variable 1' }).fill('Tess');
  await dialog.getByLabel('End of the offer').fill('2026-12-31T18:00');
  await dialog.getByRole('textbox', { name: 'Code to copy' }).fill('TEA20');
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('Hello Tess, all teapots');
  await inbox.send(dialog);
  const sent = inbox.messages('out').last();
  await expect(sent).toContainText('Hello Tess, all teapots are 20% off');
  await expect(sent.getByRole('button', { name: 'Enlarge: teapot.png' })).toBeVisible();
  const phone = await takePhone(openWindow, customer, { phoneNumberId });
  const received = phone.messages('received').last();
  await expect(received.getByRole('img', { name: 'Photo' })).toBeVisible();
  await expect(received).toContainText('This weekend');
  await expect(received.getByRole('button', { name: 'Copy code' })).toBeVisible();
  await expect(received.getByRole('link', { name: 'Shop now' })).toBeVisible();
});
