import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from '@playwright/test';
import { environment, expect, ownerSession, test } from '../support/journey.ts';

const nobody = { cookies: [], origins: [] };
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const grave = new Set<string | null | undefined>(['serious', 'critical']);

interface View {
  readonly name: string;
  /** Or how to find it. */
  readonly path: string | ((page: Page) => Promise<string>);
  readonly sign: string;
  readonly session: typeof ownerSession | typeof nobody;
  readonly open?: (page: Page) => Promise<void>;
}

/** What a person looks at, and a sign that it is all there. */
const views: readonly View[] = [
  { name: 'inbox', path: '/inbox', sign: 'main a[href^="/inbox/"]', session: ownerSession },
  { name: 'thread', path: threadPath, sign: '[role=log][data-ready=true] article', session: ownerSession },
  {
    name: 'form',
    path: threadPath,
    sign: '[role=dialog] fieldset',
    session: ownerSession,
    open: openCarousel,
  },
  { name: 'settings', path: '/settings/channels', sign: 'main dl', session: ownerSession },
  { name: 'hooks', path: '/settings/hooks', sign: 'main h2', session: ownerSession, open: openHookForm },
  { name: 'health', path: '/settings/health', sign: '[role=meter]', session: ownerSession },
  { name: 'account events', path: '/settings/account-events', sign: 'main li h4', session: ownerSession },
  { name: 'sign-in', path: '/sign-in', sign: 'form', session: nobody },
  { name: 'phone', path: phonePath, sign: '[role=log] article', session: nobody },
];

/** Every pair of language, colours and width is among them. */
const appearances = [
  { locale: 'en-US', colorScheme: 'light', width: 1440 },
  { locale: 'en-US', colorScheme: 'dark', width: 375 },
  { locale: 'ja-JP', colorScheme: 'light', width: 375 },
  { locale: 'ja-JP', colorScheme: 'dark', width: 1440 },
] as const;

test.describe.configure({ mode: 'parallel' });

for (const { locale, colorScheme, width } of appearances) {
  test(`no grave barrier and no sideways scrolling: ${locale}, ${colorScheme}, ${width} px`, async ({
    browser,
  }) => {
    // One page for each, so that what all views share is loaded once.
    const pages = new Map<View['session'], Page>();
    for (const view of views) {
      await test.step(view.name, async () => {
        const { session } = view;
        const page = pages.get(session) ?? (await openPage(browser, { locale, colorScheme, width, session }));
        pages.set(session, page);
        await page.goto(typeof view.path === 'string' ? view.path : await view.path(page));
        await view.open?.(page);
        await expect(page.locator(view.sign).first()).toBeAttached();
        const { violations } = await new AxeBuilder({ page }).withTags(rules).exclude('iframe').analyze();
        const found = violations
          .filter(({ impact }) => grave.has(impact))
          .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
        expect(found).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      });
    }
    for (const page of pages.values()) await page.context().close();
  });
}

interface Appearance {
  readonly locale: string;
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
  readonly session: View['session'];
}

async function openPage(browser: Browser, { width, session, ...options }: Appearance): Promise<Page> {
  const context = await browser.newContext({
    ...options,
    storageState: typeof session === 'string' ? session : { cookies: [], origins: [] },
    viewport: { width, height: 812 },
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

async function threadPath(page: Page): Promise<string> {
  const { items } = await (await page.request.get('/v1/conversations?search=%E4%BD%90%E8%97%A4')).json();
  return `/inbox/${items[0].id}`;
}

async function phonePath(page: Page): Promise<string> {
  const phones = new URL('/phones', environment('RENKEI_SIMULATOR_URL'));
  const [{ waId }] = await (await page.request.get(phones.href)).json();
  const { chats } = await (await page.request.get(`${phones.href}/${waId}`)).json();
  return new URL(`/phone/${waId}?chat=${chats[0].phoneNumberId}`, phones).href;
}

async function openCarousel(page: Page): Promise<void> {
  await page.locator('main textarea').first().press('/');
  await page.locator('[role=option][value=carousel]').click();
}

async function openHookForm(page: Page): Promise<void> {
  await page.locator('main header button').first().click();
  await page.locator('[role=dialog] input[type=url]').waitFor();
}
