import { openInbox } from '../support/inbox.ts';
import { expect, test } from '../support/journey.ts';
import { takePhone } from '../support/phone.ts';

test('the catalog goes out, and an order comes back with its lines and what they come to', async ({
  page,
  openWindow,
  phoneNumberId,
  makeCustomer,
  customerWrites,
}) => {
  const customer = await makeCustomer('Omar');
  await customerWrites(customer, 'What have you got?');
  const inbox = openInbox(page);
  await inbox.open(customer.name);
  const phone = await takePhone(openWindow, customer, { phoneNumberId });
  const form = await inbox.openForm('Catalog');
  await form.getByRole('textbox', { name: 'Text', exact: true }).fill('Have a look at our shelf');
  await inbox.send(form);

  await test.step('two of one and one of another go into the cart', async () => {
    await phone.messages('received').last().getByRole('button', { name: 'View catalog' }).click();
    const shop = phone.screen.getByRole('dialog', { name: 'Catalog' });
    const add = (product: RegExp) => shop.getByRole('button', { name: product }).click();
    await add(/^Add to cart: エチオピア/);
    await add(/^Add to cart: エチオピア/);
    await add(/^Add to cart: 陶器のドリッパー/);
    await shop.getByLabel('Note to the business (optional)').fill('As a present, please');
    await shop.getByRole('button', { name: /^Send order: 3 items/ }).click();
    await expect(phone.messages('sent').last()).toContainText(/3 items.*¥5,560/);
  });
  await test.step('the inbox shows the lines, the total and the note', async () => {
    const order = inbox.messages('in').last();
    await expect(order).toContainText('Order of 3 items');
    await expect(order.getByRole('row', { name: /エチオピア.*2 ×.*2,960/ })).toBeVisible();
    await expect(order.getByRole('row', { name: /Total.*5,560/ })).toBeVisible();
    await expect(order).toContainText('As a present, please');
  });
});
