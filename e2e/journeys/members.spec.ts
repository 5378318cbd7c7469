import { openInbox } from '../support/inbox.ts';
import { expect, test } from '../support/journey.ts';

const password = 'a quiet harbour 7';

test('an invited agent joins by link, sees the inbox, manages nothing, and comes back with a password', async ({
  page,
  openWindow,
  makeCustomer,
  customerWrites,
}) => {
  const customer = await makeCustomer('Ines');
  await customerWrites(customer, 'Is anybody there?');
  const email = `${customer.waId}@example.com`;
  const link = await test.step('the owner makes a link', async () => {
    await page.goto('/settings/members');
    await page.getByRole('button', { name: 'Invite a member' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('E-mail address').fill(email);
    await dialog.getByRole('radio', { name: 'Agent' }).check();
    await dialog.getByRole('button', { name: 'Create the link' }).click();
    const shown = dialog.getByText(/^http/);
    await expect(shown).toBeVisible();
    return shown.innerText();
  });

  const agentPage = await openWindow();
  await test.step('the agent joins and sees the inbox', async () => {
    await agentPage.goto(link);
    await agentPage.getByLabel('Your name').fill('Kei Agent');
    await agentPage.getByRole('textbox', { name: 'Password' }).fill(password);
    await agentPage.getByRole('button', { name: 'Join' }).click();
    await expect(openInbox(agentPage).row(customer.name)).toBeVisible();
  });
  await test.step('an agent can answer', async () => {
    const inbox = openInbox(agentPage);
    await inbox.open(customer.name);
    await inbox.say('Yes, Kei here');
    await expect(inbox.message('Yes, Kei here')).toBeVisible();
  });
  await test.step('an agent cannot manage: hidden on the page, refused by the server', async () => {
    await agentPage.goto('/settings/members');
    await expect(agentPage.getByRole('navigation', { name: 'Settings' })).toBeVisible();
    await expect(agentPage.getByRole('button', { name: 'Invite a member' })).toBeHidden();
    const refusal = await agentPage.request.post('/v1/invitations', {
      headers: { 'x-renkei-csrf': '1' },
      data: { email: 'friend@example.com', role: 'owner' },
    });
    expect(refusal.status()).toBe(403);
    expect(await refusal.json()).toMatchObject({ code: 'forbidden' });
  });
  await test.step('signed out, the inbox is closed; with the password it opens again', async () => {
    await agentPage.getByRole('button', { name: /^Your account/ }).click();
    await agentPage.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(agentPage).toHaveURL(/\/sign-in/);
    await agentPage.goto('/inbox');
    await expect(agentPage).toHaveURL(/\/sign-in/);
    await agentPage.getByLabel('E-mail address').fill(email);
    await agentPage.getByRole('textbox', { name: 'Password' }).fill('not the password');
    await agentPage.getByRole('button', { name: 'Sign in' }).click();
    await expect(agentPage.getByRole('alert')).toBeVisible();
    await agentPage.getByRole('textbox', { name: 'Password' }).fill(password);
    await agentPage.getByRole('button', { name: 'Sign in' }).click();
    await expect(openInbox(agentPage).row(customer.name)).toBeVisible();
  });
  await test.step('the owner sees the new member, and the link works no second time', async () => {
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText(email)).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Role of Kei Agent' }).first()).toHaveValue('Agent');
    const again = await page.request.post('/v1/invitations/accept', {
      headers: { 'x-renkei-csrf': '1' },
      data: { token: new URL(link).searchParams.get('token'), name: 'Somebody else', password },
    });
    expect(await again.json()).toMatchObject({ code: 'invitation_invalid' });
  });
});
