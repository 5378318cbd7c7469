import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '../support/journey.ts';

/** Another system: notes what it is told, and answers as it is asked to. */
interface OtherSystem {
  readonly url: string;
  readonly told: { readonly headers: IncomingMessage['headers']; readonly body: string }[];
  answer: number;
  readonly server: Server;
}

async function startOtherSystem(): Promise<OtherSystem> {
  const told: OtherSystem['told'] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      told.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(other.answer).end('noted');
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const other: OtherSystem = { url: `http://127.0.0.1:${port}/crm`, told, answer: 500, server };
  return other;
}

const nothing: OtherSystem['told'][number] = { headers: {}, body: '' };

/** As Standard Webhooks has it. */
function signatureOf(secret: string, headers: IncomingMessage['headers'], body: string): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = [headers['webhook-id'], headers['webhook-timestamp'], body].join('.');
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
}

test('another system is told what customers write: added, tried, repaired, switched off, deleted', async ({
  page,
  makeCustomer,
  customerWrites,
}) => {
  const other = await startOtherSystem();
  const deliveries = page.getByRole('region', { name: 'Deliveries' });
  const rowOf = (type: string) => deliveries.getByRole('listitem').filter({ hasText: type });
  let secret = '';
  await page.goto('/settings/hooks');

  await test.step('an address inside a private network is refused, with what to do', async () => {
    await page.getByRole('button', { name: 'Add a hook' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add a hook' });
    await dialog.getByLabel('Address').fill('https://169.254.169.254/latest');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Use an https address on the public internet');
    await dialog.getByLabel('Address').fill(other.url);
    await dialog.getByLabel('Name (optional)').fill('Our CRM');
    await dialog.getByRole('button', { name: 'Add' }).click();
  });
  await test.step('the secret is shown once', async () => {
    const dialog = page.getByRole('dialog', { name: 'The secret of this hook' });
    secret = (await dialog.locator('code').textContent()) ?? '';
    expect(secret).toMatch(/^whsec_/);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText(secret)).toHaveCount(0);
  });
  await test.step('a test says how it was answered, and is sent again once the other side is repaired', async () => {
    await page.getByRole('button', { name: 'Send a test' }).click();
    await expect(rowOf('hook.test')).toContainText('HTTP 500 noted');
    await expect(page.getByText('Nothing has got through since')).toBeVisible();
    other.answer = 200;
    await rowOf('hook.test').getByRole('button', { name: 'Send again' }).click();
    await expect(rowOf('hook.test')).toContainText('HTTP 200');
    await expect(page.getByText('Nothing has got through since')).toHaveCount(0);
  });
  await test.step('what a customer writes is told, signed with the secret', async () => {
    const customer = await makeCustomer('Hana');
    await customerWrites(customer, 'Do you deliver?');
    await expect(rowOf('message.received').first()).toContainText('Delivered');
    const { headers, body } = other.told.findLast(({ body }) => body.includes('message.received')) ?? nothing;
    expect(body).toContain('Do you deliver?');
    expect(headers['webhook-signature']).toBe(signatureOf(secret, headers, body));
  });
  await test.step('it is switched off, and deleted', async () => {
    await page.getByRole('button', { name: 'Switch off' }).click();
    await expect(page.getByText('Switched off', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText('No other system is told anything yet')).toBeVisible();
  });
  other.server.close();
});
