import { openInbox } from '../support/inbox.ts';
import { expect, test } from '../support/journey.ts';
import { takeBusinessApp, takePhone } from '../support/phone.ts';

test('what is written, changed and taken back in the Business app of a number is in the inbox', async ({
  page,
  openWindow,
  simulator,
  makeCustomer,
}) => {
  const { wabas } = await simulator.getWorld();
  const branch = wabas.flatMap(({ phoneNumbers }) => phoneNumbers).find(({ onBusinessApp }) => onBusinessApp);
  if (branch === undefined) throw new Error('The ready world has no number in the Business app.');
  const customer = await makeCustomer('Coco');
  await simulator.sendInbound([
    { phoneNumberId: branch.id, waId: customer.waId, type: 'text', text: { body: 'Are you open?' } },
  ]);
  const inbox = openInbox(page);
  await inbox.open(customer.name);
  const app = await takeBusinessApp(openWindow, branch.id, customer);
  const phone = await takePhone(openWindow, customer, { phoneNumberId: branch.id });
  const newest = inbox.messages('out').last();

  await test.step('written on the shop phone, it is on the customer’s phone and in the inbox', async () => {
    await app.say('Until six');
    await expect(phone.message('Until six')).toBeVisible();
    await expect(newest).toContainText('Until six');
    await expect(newest).toContainText('from the phone');
  });
  await test.step('written in the inbox, it is in the Business app too', async () => {
    await inbox.say('And on Sundays until four');
    await expect(app.message('And on Sundays until four')).toContainText('by API');
  });
  await test.step('a change and a deletion on the shop phone are followed', async () => {
    await app.choose(app.message('Until six'), 'Edit');
    const form = app.screen.getByRole('dialog', { name: 'Edit' });
    await form.getByLabel('New text').fill('Until seven');
    await form.getByRole('button', { name: 'Save' }).click();
    const changed = inbox.message('Until seven');
    await expect(changed.getByRole('button', { name: 'Edited' })).toBeVisible();
    await expect(phone.message('Until seven')).toBeVisible();
    await app.choose(app.message('Until seven'), 'Delete for everyone');
    await expect(changed).toBeHidden();
    await expect(inbox.message('This message was deleted')).toBeVisible();
    await expect(phone.message('This message was deleted')).toBeVisible();
  });
  await test.step('so are those of the customer, and the old text opens on request', async () => {
    await phone.say('Two bags please');
    await phone.choose(phone.message('Two bags please'), 'Edit');
    const form = phone.screen.getByRole('dialog', { name: 'Edit' });
    await form.getByLabel('New text').fill('Three bags please');
    await form.getByRole('button', { name: 'Save' }).click();
    const changed = inbox.message('Three bags please');
    await changed.getByRole('button', { name: 'Edited' }).click();
    await expect(page.getByText('What it said before')).toBeVisible();
    await expect(page.getByText('Two bags please', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await phone.choose(phone.message('Three bags please'), 'Delete for everyone');
    await expect(changed).toBeHidden();
    await expect(inbox.messages('in').last()).toContainText('This message was deleted');
    await expect(phone.messages('sent').last()).toContainText('You deleted this message');
  });
});
