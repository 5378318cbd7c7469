import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { type Customer, environment, type OpenWindow } from './journey.ts';

/** The page of a virtual phone with a chat open, whether alone or in a frame. */
export function showPhone(screen: Page | FrameLocator) {
  const log = screen.getByRole('log');
  const composer = screen.getByRole('textbox', { name: 'Message' });
  const messages = (direction: 'sent' | 'received'): Locator =>
    log.locator(`article[data-direction="${direction}"]`);
  return {
    screen,
    log,
    composer,
    messages,
    message: (text: string): Locator => log.locator('article').filter({ hasText: text }),
    async openChat(): Promise<void> {
      await screen.getByRole('main').getByRole('button').first().click();
      await expect(log).toBeVisible();
    },
    async say(text: string): Promise<void> {
      await composer.fill(text);
      await screen.getByRole('button', { name: 'Send' }).click();
    },
    async attach(what: string): Promise<void> {
      await screen.getByRole('button', { name: 'Attach' }).click();
      await screen.getByRole('button', { name: what }).click();
    },
    async choose(message: Locator, action: string): Promise<void> {
      await message.hover();
      await message.getByRole('button', { name: 'React', exact: true }).click();
      await screen
        .getByRole('dialog', { name: 'Message actions' })
        .getByRole('button', { name: action, exact: true })
        .click();
    },
    async attachFile(label: string, file: string | { name: string; mimeType: string; buffer: Buffer }) {
      await screen.getByRole('button', { name: 'Attach' }).click();
      await screen.getByLabel(label).setInputFiles(file);
      await screen.getByRole('button', { name: 'Send' }).click();
    },
  };
}

/** The WhatsApp Business app of a coexistence number, with the chat of a customer open. */
export async function takeBusinessApp(
  openWindow: OpenWindow,
  phoneNumberId: string,
  { waId }: Customer,
): Promise<Phone> {
  const address = new URL(`/business/${phoneNumberId}`, environment('RENKEI_SIMULATOR_URL'));
  address.searchParams.set('lang', 'en');
  address.searchParams.set('chat', waId);
  const page = await openWindow();
  await page.goto(address.href);
  const app = showPhone(page);
  await expect(app.log).toBeVisible();
  return app;
}

export type Phone = ReturnType<typeof showPhone>;

/** A customer's own phone in a window of its own. With `chat` the business's chat is open. */
export async function takePhone(
  openWindow: OpenWindow,
  { waId }: Customer,
  chat?: { readonly phoneNumberId: string },
): Promise<Phone> {
  const page = await openWindow();
  const address = new URL(`/phone/${waId}`, environment('RENKEI_SIMULATOR_URL'));
  address.searchParams.set('lang', 'en');
  if (chat !== undefined) address.searchParams.set('chat', chat.phoneNumberId);
  await page.goto(address.href);
  const phone = showPhone(page);
  if (chat !== undefined) await expect(phone.log).toBeVisible();
  return phone;
}
