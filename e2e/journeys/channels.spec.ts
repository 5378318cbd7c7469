import type { Page } from '@playwright/test';
import { openInbox, ticksOf } from '../support/inbox.ts';
import { expect, test } from '../support/journey.ts';
import { takePhone } from '../support/phone.ts';

const labels = {
  accessToken: 'Access token',
  phoneNumberId: 'Phone number ID',
  wabaId: 'WhatsApp Business Account id (WABA)',
  appSecret: 'App secret',
  verifyToken: 'Verify token',
} as const;
type Values = Readonly<Record<keyof typeof labels, string>>;

test('each wrong value of a number is named with what to do, and right values connect it', async ({
  page,
  simulator,
}) => {
  const { apps, wabas } = await simulator.getWorld();
  const id = String(Date.now());
  const world = await simulator.mergeWorld({
    wabas: [
      {
        id: `5${id}`,
        portfolioId: wabas[0]?.portfolioId ?? '',
        name: 'Second shop',
        phoneNumbers: [{ id: `6${id}`, displayPhoneNumber: '+81 3-5550-0177', verifiedName: 'Second shop' }],
      },
    ],
  });
  const app = world.apps.find(({ id: appId }) => appId === apps[0]?.id);
  if (app?.accessToken === undefined) throw new Error('The world has no app with a token.');
  const right: Values = {
    accessToken: app.accessToken,
    phoneNumberId: `6${id}`,
    wabaId: `5${id}`,
    appSecret: app.secret,
    verifyToken: 'second-shop-verify-token',
  };
  const wrong: Values = {
    accessToken: 'EAAwrong',
    phoneNumberId: '999999999999999',
    wabaId: wabas[0]?.id ?? '',
    appSecret: '0123456789abcdef0123456789abcdef',
    verifyToken: 'too short',
  };

  await page.goto('/settings/channels');
  await page.getByRole('button', { name: 'Connect a number' }).click();
  const dialog = page.getByRole('dialog', { name: 'Connect a number' });
  for (const field of ['accessToken', 'phoneNumberId', 'wabaId', 'appSecret', 'verifyToken'] as const) {
    await test.step(`a wrong ${labels[field]}`, async () => {
      await fill(page, { ...right, [field]: wrong[field] });
      await dialog.getByRole('button', { name: 'Check only' }).click();
      const result = dialog.locator('output[data-outcome="failed"]');
      await expect(result).toHaveCount(1);
      await expect(result).toContainText(/\S{3,}/);
      await expect(result.locator('..').getByRole('textbox', { name: labels[field] })).toBeVisible();
    });
  }
  await test.step('right values connect the number, and no secret is shown afterwards', async () => {
    await fill(page, right);
    await dialog.getByRole('button', { name: 'Check and connect' }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText('+81 3-5550-0177').first()).toBeVisible();
    const answer = await (await page.request.get('/v1/channels')).text();
    for (const secret of [right.accessToken, right.appSecret]) {
      expect(answer).not.toContain(secret);
      expect(await page.content()).not.toContain(secret);
    }
  });
});

test('with an expired token messages wait, the channel says what to do, and a new token delivers them', async ({
  page,
  openWindow,
  simulator,
  phoneNumberId,
  makeCustomer,
  customerWrites,
}) => {
  const customer = await makeCustomer('Teo');
  await customerWrites(customer, 'Can you answer me?');
  const inbox = openInbox(page);
  await inbox.open(customer.name);
  const { apps } = await simulator.getWorld();
  const app = apps[0];
  if (app === undefined) throw new Error('The world has no app.');

  await test.step('the message waits and is not failed', async () => {
    await simulator.expireTokens();
    await inbox.say('As soon as we can');
    await page.goto('/settings/channels');
    await expect(page.getByText('Token expired').first()).toBeVisible();
    await expect(page.getByRole('alert').first()).toContainText('enter the token in Settings → Channels');
    await inbox.open(customer.name);
    await expect(ticksOf(inbox.message('As soon as we can'))).toHaveAttribute('data-state', 'queued');
  });
  await test.step('after a new token it is delivered', async () => {
    const accessToken = `EAA${crypto.randomUUID().replaceAll('-', '')}`;
    await simulator.mergeWorld({ apps: [{ id: app.id, accessToken }] });
    await page.goto('/settings/channels');
    // Every number of the app had the same token.
    const renew = page.getByRole('button', { name: 'New access token' });
    await expect(renew.first()).toBeVisible();
    for (const button of await renew.all()) {
      await button.click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: 'Access token' }).fill(accessToken);
      await dialog.getByRole('button', { name: 'Check and save' }).click();
      await expect(dialog).toBeHidden();
    }
    const phone = await takePhone(openWindow, customer, { phoneNumberId });
    await expect(phone.message('As soon as we can')).toHaveCount(1, { timeout: 20_000 });
    await inbox.open(customer.name);
    await expect(ticksOf(inbox.message('As soon as we can'))).toHaveAttribute('data-state', /delivered|read/);
  });
});

async function fill(page: Page, values: Values): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Connect a number' });
  for (const field of ['accessToken', 'phoneNumberId', 'wabaId', 'appSecret', 'verifyToken'] as const) {
    await dialog.getByRole('textbox', { name: labels[field] }).fill(values[field]);
  }
}
