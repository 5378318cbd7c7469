import { openInbox } from '../support/inbox.ts';
import { expect, test } from '../support/journey.ts';

test('a browser that was offline misses no message and shows them in order', async ({
  page,
  context,
  simulator,
  phoneNumberId,
  makeCustomer,
  customerWrites,
}) => {
  const customer = await makeCustomer('Olga');
  await customerWrites(customer, 'Before the tunnel');
  const inbox = openInbox(page);
  await inbox.open(customer.name);

  await context.setOffline(true);
  await simulator.sendInbound(
    Array.from({ length: 30 }, (_, index) => ({
      phoneNumberId,
      waId: customer.waId,
      type: 'text',
      text: { body: `In the tunnel ${index + 1}` },
    })),
  );
  await simulator.settle();
  await expect(page.getByText('Offline. Reconnecting; nothing is lost.')).toBeVisible();
  await expect(inbox.message('In the tunnel 30')).toBeHidden();

  await context.setOffline(false);
  await expect(inbox.message('In the tunnel 30')).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Offline. Reconnecting; nothing is lost.')).toBeHidden();
  const conversationId = new URL(page.url()).pathname.split('/').at(-1);
  await expect
    .poll(() => inbox.messages('in').filter({ hasText: 'In the tunnel' }).count())
    .toBeGreaterThan(5);
  const shown = await inbox.messages('in').filter({ hasText: 'In the tunnel' }).allInnerTexts();
  const numbers = shown.map((text) => Number(/In the tunnel (\d+)/.exec(text)?.[1]));
  expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
  expect(numbers.at(-1)).toBe(30);
  const { items } = await (
    await page.request.get(`/v1/conversations/${conversationId}/messages?limit=50`)
  ).json();
  expect(items).toHaveLength(31);
});
