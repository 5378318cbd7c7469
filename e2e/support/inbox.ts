import { expect, type Locator, type Page } from '@playwright/test';

/** The inbox as a member finds it, in English. */
export function openInbox(page: Page) {
  const list = page.getByRole('region', { name: 'Conversations' });
  const thread = page.getByRole('log', { name: 'Messages' });
  const composer = page.getByRole('textbox', { name: /^Message to/ });
  return {
    list,
    thread,
    composer,
    row: (name: string): Locator => list.getByRole('link').filter({ hasText: name }),
    messages: (side: 'in' | 'out'): Locator =>
      thread.locator(`article[data-message-id][data-side="${side}"]`),
    message: (text: string): Locator => thread.locator('article[data-message-id]').filter({ hasText: text }),
    async open(name: string): Promise<void> {
      if (!new URL(page.url(), 'http://localhost').pathname.startsWith('/inbox')) await page.goto('/inbox');
      await list.getByRole('link').filter({ hasText: name }).click();
      await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
      await expect(thread).toHaveAttribute('data-ready', 'true');
    },
    /** Opens the form of a kind by the `/` menu and gives its dialog. */
    async openForm(kind: string): Promise<Locator> {
      await composer.press('/');
      await page.getByRole('combobox', { name: 'What would you like to send?' }).fill(kind);
      await page
        .getByRole('option')
        .filter({ has: page.getByText(kind, { exact: true }) })
        .click();
      const dialog = page.getByRole('dialog', { name: kind, exact: true });
      await expect(dialog).toBeVisible();
      return dialog;
    },
    async send(dialog: Locator): Promise<void> {
      await dialog.getByRole('button', { name: 'Send', exact: true }).click();
      await expect(dialog).toBeHidden();
    },
    async say(text: string): Promise<void> {
      await composer.fill(text);
      await composer.press('Enter');
      await expect(composer).toHaveValue('');
    },
  };
}

/** The ticks of a message: how far it has come. */
export function ticksOf(message: Locator): Locator {
  return message.locator('[data-state]');
}
