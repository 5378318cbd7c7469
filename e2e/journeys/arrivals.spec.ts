import { openInbox } from '../support/inbox.ts';
import { expect, test } from '../support/journey.ts';
import { takePhone } from '../support/phone.ts';

test('a card can be saved, an advertisement is named, and a change that is not told says so', async ({
  page,
  openWindow,
  simulator,
  phoneNumberId,
  makeCustomer,
  customerWrites,
}) => {
  const customer = await makeCustomer('Ada');
  const friend = await makeCustomer('Bo');
  await customerWrites(customer, 'Hello there');
  const inbox = openInbox(page);
  await inbox.open(customer.name);
  const phone = await takePhone(openWindow, customer, { phoneNumberId });
  const newest = inbox.messages('in').last();

  await test.step('the card of a person on WhatsApp becomes a contact', async () => {
    const phones = [{ phone: `+${friend.waId}`, wa_id: friend.waId, type: 'CELL' }];
    const card = { name: { formatted_name: 'Bo of the bakery', first_name: 'Bo' }, phones };
    await simulator.sendInbound([{ phoneNumberId, waId: customer.waId, type: 'contacts', contacts: [card] }]);
    await newest.getByRole('button', { name: 'Save' }).click();
    await expect(newest.getByRole('button', { name: 'Saved' })).toBeVisible();
    await newest.getByRole('button', { name: 'Message', exact: true }).click();
    await expect(page.getByRole('heading', { level: 2, name: 'Bo of the bakery' })).toBeVisible();
    await inbox.open(customer.name);
  });
  await test.step('somebody who pressed an advertisement brings it along', async () => {
    await phone.attach('Advertisement');
    const form = phone.screen.getByRole('dialog');
    await form.getByLabel('Headline').fill('Fresh from the roaster');
    await form.getByLabel('Your message').fill('I saw your advertisement');
    await form.getByRole('button', { name: 'Send' }).click();
    await expect(newest).toContainText('I saw your advertisement');
    const referral = newest.getByRole('complementary');
    await expect(referral).toContainText('Came from an advertisement');
    await expect(referral).toContainText('Fresh from the roaster');
  });
  await test.step('a number outside the Business app is not told what was changed, and says so', async () => {
    await phone.say('Two bags please');
    await phone.choose(phone.messages('sent').last(), 'Edit');
    const form = phone.screen.getByRole('dialog', { name: 'Edit' });
    await form.getByLabel('New text').fill('Three bags please');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(newest).toContainText('The customer changed a message.');
    await expect(newest).toContainText('ask what has changed');
  });
});
