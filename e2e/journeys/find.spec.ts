import { openInbox } from '../support/inbox.ts';
import { expect, test } from '../support/journey.ts';

test('a conversation is found by name, by number and by a part of a Japanese word', async ({
  page,
  makeCustomer,
  customerWrites,
}) => {
  const found = await makeCustomer('検索 みどり');
  const other = await makeCustomer('Somebody Else');
  await customerWrites(found, '請求書の宛名を株式会社ミナト商会に変更してください');
  await customerWrites(other, 'Nothing to be found here');
  await page.goto('/inbox');
  const inbox = openInbox(page);
  await expect(inbox.row(other.name)).toBeVisible();
  const search = page.getByRole('searchbox', { name: 'Search conversations' });

  for (const part of ['みどり', found.waId.slice(-6), 'ミナト商', '宛名']) {
    await test.step(part, async () => {
      await search.fill(part);
      await expect(inbox.row(other.name)).toBeHidden();
      await expect(inbox.row(found.name)).toBeVisible();
    });
  }
  await test.step('the part that fits is marked', async () => {
    await expect(inbox.row(found.name).locator('mark')).toHaveText('宛名');
  });
  await test.step('what is nowhere says so', async () => {
    await search.fill('ありえない言葉');
    await expect(page.getByText('Nothing found for “ありえない言葉”')).toBeVisible();
  });
});

test('the filter shows what is unread, and reading takes it away', async ({
  page,
  makeCustomer,
  customerWrites,
}) => {
  const customer = await makeCustomer('Una');
  await customerWrites(customer, 'First');
  await customerWrites(customer, 'Second');
  await page.goto('/inbox');
  const inbox = openInbox(page);
  await page.getByRole('navigation', { name: 'Filter' }).getByRole('link', { name: 'Unread' }).click();
  await expect(inbox.row(customer.name)).toContainText('2 unread');
  await inbox.row(customer.name).click();
  await expect(inbox.message('Second').first()).toBeVisible();
  await expect(inbox.row(customer.name)).toBeHidden();
});
