import { openInbox } from '../support/inbox.ts';
import { expect, test } from '../support/journey.ts';
import { takePhone } from '../support/phone.ts';

const hourMs = 3_600_000;

test('a closed window says why and since when, and a template goes through it', async ({
  page,
  openWindow,
  simulator,
  phoneNumberId,
  makeCustomer,
}) => {
  const customer = await makeCustomer('Wanda');
  const writtenAt = Date.now() - 30 * hourMs;
  await simulator.sendInbound([
    { phoneNumberId, waId: customer.waId, timestamp: writtenAt, type: 'text', text: { body: 'Long ago' } },
  ]);
  const inbox = openInbox(page);
  // Older than what everybody else has written: far down the list, where rows are not drawn.
  await page.goto('/inbox');
  await page.getByRole('searchbox', { name: 'Search conversations' }).fill(customer.name);
  await inbox.open(customer.name);

  await test.step('no composer, but the reason and both times', async () => {
    await expect(inbox.composer).toBeHidden();
    const closed = page.getByRole('heading', { name: /^The customer service window closed on/ });
    await expect(closed).toContainText(clockOf(writtenAt + 24 * hourMs));
    await expect(page.getByText(`The last message of ${customer.name} came on`)).toContainText(
      clockOf(writtenAt),
    );
  });
  await test.step('the server refuses the same for the same reason', async () => {
    const conversationId = new URL(page.url()).pathname.split('/').at(-1);
    const refusal = await page.request.post(`/v1/conversations/${conversationId}/messages`, {
      headers: { 'x-renkei-csrf': '1' },
      data: { content: { kind: 'text', body: 'Are you still there?' } },
    });
    expect(refusal.status()).toBe(422);
    expect(await refusal.json()).toMatchObject({ code: 'window_closed' });
  });
  await test.step('a template with its parameters filled in reaches the phone', async () => {
    await page.getByRole('button', { name: 'Choose a template' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox', { name: 'Search templates' }).fill('has been shipped');
    await dialog.getByRole('button', { name: /order_update/ }).click();
    const send = dialog.getByRole('button', { name: 'Send', exact: true });
    await expect(send).toBeDisabled();
    for (const [index, value] of ['Wanda', '2214', 'Monday'].entries()) {
      await dialog.getByRole('textbox', { name: `Variable ${index + 1}` }).fill(value);
    }
    const sentence = 'Hi Wanda, your order 2214 has been shipped. It will arrive on Monday.';
    await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText(sentence);
    await send.click();
    const phone = await takePhone(openWindow, customer, { phoneNumberId });
    await expect(phone.messages('received').last()).toContainText(sentence);
    await expect(inbox.messages('out').last().getByRole('img', { name: 'Read' })).toBeVisible();
  });
  await test.step('the customer answers, and the window is open again', async () => {
    await simulator.sendInbound([
      { phoneNumberId, waId: customer.waId, type: 'text', text: { body: 'Great, thanks' } },
    ]);
    await expect(inbox.composer).toBeVisible();
    await expect(page.getByRole('timer')).toContainText(/Window open for 23 h 59 min/);
  });
});

/** As the page writes it: the browser of the journeys is in Tokyo. */
function clockOf(atMs: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Tokyo',
  }).format(atMs);
}
