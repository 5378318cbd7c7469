import { mkdir, stat, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { environment, makeSignInLink } from './support/journey.ts';
import startProduct from './support/start-product.ts';

/** Makes the pictures of the documentation: `node e2e/pictures.ts`. */

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const desktop = { width: 1440, height: 900 };
const telephone = { width: 390, height: 844 };

interface Picture {
  readonly name: string;
  readonly language: 'en' | 'ja';
  readonly path: string;
  readonly colorScheme?: 'dark';
  readonly viewport?: typeof desktop;
}

/** One world per language, as the first person who opens it finds it. */
async function photograph(browser: Browser, language: 'en' | 'ja'): Promise<void> {
  const context = await browser.newContext({ locale: language === 'ja' ? 'ja-JP' : 'en-US' });
  const page = await context.newPage();
  // A slow machine takes its time with the first page.
  page.setDefaultTimeout(60_000);
  await page.goto(await makeSignInLink());
  const customer = language === 'ja' ? '田中 陽子' : 'Grace Lin';
  await page
    .getByRole('link', { name: new RegExp(customer) })
    .first()
    .click();
  await page.locator('[role=log] article img').first().waitFor();
  const thread = new URL(page.url()).pathname;
  const composer = page.locator('main textarea').first();
  await composer.fill(
    language === 'ja'
      ? '申し訳ございません。本日新しい袋をお送りします☕'
      : 'Sorry about that! A new bag leaves today ☕',
  );
  await composer.press('Enter');
  await page.locator('article[data-side=out] [data-state=read]').first().waitFor();
  const session = await context.storageState();
  for (const picture of pictures.filter((candidate) => candidate.language === language)) {
    const shown = await browser.newContext({
      locale: language === 'ja' ? 'ja-JP' : 'en-US',
      timezoneId: 'Asia/Tokyo',
      viewport: picture.viewport ?? desktop,
      colorScheme: picture.colorScheme ?? 'light',
      storageState: session,
    });
    await save(await shown.newPage(), picture, picture.path === 'thread' ? thread : picture.path);
    await shown.close();
  }
}

const pictures: readonly Picture[] = [
  { name: 'inbox-en', language: 'en', path: 'thread' },
  { name: 'inbox-dark-en', language: 'en', path: 'thread', colorScheme: 'dark' },
  { name: 'settings-en', language: 'en', path: '/settings/channels' },
  { name: 'inbox-ja', language: 'ja', path: 'thread' },
  { name: 'inbox-phone-ja', language: 'ja', path: 'thread', viewport: telephone },
];

async function save(page: Page, { name }: Picture, path: string): Promise<void> {
  await page.goto(new URL(path, environment('RENKEI_URL')).href);
  await page.waitForLoadState('load');
  if (path.startsWith('/inbox')) {
    await page.locator('[role=log][data-ready=true] article img').first().waitFor();
    if ((page.viewportSize()?.width ?? 0) > 1200) {
      await page.frameLocator('iframe').locator('article img').first().waitFor();
    }
  } else {
    await page.locator('main dl').first().waitFor();
  }
  await page.evaluate(() => document.fonts.ready);
  const file = `${folder}${name}.png`;
  await writeFile(file, await page.screenshot({ animations: 'disabled' }));
  process.stdout.write(`${name}.png ${Math.round((await stat(file)).size / 1000)} kB\n`);
}

for (const language of ['en', 'ja'] as const) {
  const stop = await startProduct();
  const browser = await chromium.launch({
    ...(process.env['CHROMIUM_PATH'] === undefined ? {} : { executablePath: process.env['CHROMIUM_PATH'] }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    await mkdir(folder, { recursive: true });
    await photograph(browser, language);
  } finally {
    await browser.close();
    await stop();
  }
}
