import { drawPicture } from '../support/files.ts';
import { openInbox } from '../support/inbox.ts';
import { expect, test } from '../support/journey.ts';

test('what WhatsApp would refuse is refused before sending, with the reason and a remedy', async ({
  page,
  makeCustomer,
  customerWrites,
}) => {
  const customer = await makeCustomer('Bea');
  await customerWrites(customer, 'Send me anything');
  const inbox = openInbox(page);
  await inbox.open(customer.name);
  const files = page.getByLabel('Files to send').and(page.locator('input'));
  const problem = page.getByRole('list', { name: 'Files to send' }).getByRole('alert');
  const choose = async (kind: string, file: { name: string; mimeType: string; buffer: Buffer }) => {
    await page.getByRole('button', { name: 'Attach' }).click();
    const chooser = page.waitForEvent('filechooser');
    await page
      .getByRole('option')
      .filter({ has: page.getByText(kind, { exact: true }) })
      .click();
    await (await chooser).setFiles(file);
  };
  await expect(files).toBeAttached();

  await test.step('an image of 6 MB is made smaller, and says so', async () => {
    const { buffer } = await drawPicture(page, 'large.png', 'image/png');
    const large = Buffer.concat([buffer, Buffer.alloc(6 * 1024 * 1024)]);
    await choose('Image', { name: 'large.png', mimeType: 'image/png', buffer: large });
    const waiting = page.getByRole('list', { name: 'Files to send' });
    await expect(waiting).toContainText('made smaller');
    await waiting.getByRole('button', { name: /^Remove/ }).click();
    await expect(waiting).toBeHidden();
  });
  await test.step('a program named like a picture is recognised by its content', async () => {
    const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(2000)]);
    await choose('Image', { name: 'holiday.jpg', mimeType: 'image/jpeg', buffer: program });
    await expect(problem).toContainText('holiday.jpg');
    await expect(problem).toContainText(/kind of file|content/i);
    await problem.getByRole('button', { name: 'Remove' }).click();
    await expect(problem).toBeHidden();
  });
  await test.step('4,097 characters cannot be sent, 4,096 can', async () => {
    await inbox.composer.fill('x'.repeat(4097));
    await expect(page.getByText('Too long for one message: shorten it or split it in two.')).toBeVisible();
    await inbox.composer.press('Enter');
    await expect(page.getByRole('button', { name: 'Send (Enter)' })).toHaveAttribute('aria-disabled', 'true');
    await expect(inbox.messages('out')).toHaveCount(0);
    await inbox.say('x'.repeat(4096));
    await expect(inbox.messages('out')).toHaveCount(1);
  });
});
