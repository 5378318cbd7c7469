import { expect, makeSignInLink, ownerSession, test } from '../support/journey.ts';

test.use({ locale: 'ja-JP' });

test('a one-time link opens a ready world in the language of the browser, once', async ({
  page,
  browser,
}) => {
  const link = await makeSignInLink();
  await test.step('the link leads into a Japanese inbox with conversations', async () => {
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1, name: '受信トレイ' })).toBeVisible({
      timeout: 20_000,
    });
    const list = page.getByRole('region', { name: '会話' });
    await expect(list.getByRole('link', { name: /佐藤 美咲/ })).toBeVisible({ timeout: 20_000 });
    await expect(list.getByRole('link', { name: /鈴木 健太/ })).toContainText('未読2件');
    await expect(page).toHaveTitle(/Renkei/);
    await page.context().storageState({ path: ownerSession });
  });
  await test.step('a second use says so and what to do', async () => {
    const stranger = await browser.newContext({ locale: 'ja-JP' });
    const second = await stranger.newPage();
    await second.goto(link);
    await expect(second.getByRole('heading', { name: 'リンクを使用できませんでした' })).toBeVisible();
    await expect(second.getByRole('alert')).toContainText('リンクは1回限り');
    await second.goto(new URL('/inbox', link).href);
    await expect(second).toHaveURL(/sign-in/);
    await stranger.close();
  });
});

test('what is typed on the phone is in the inbox, and the reply is on the phone', async ({ browser }) => {
  const context = await browser.newContext({ storageState: ownerSession, locale: 'ja-JP' });
  const page = await context.newPage();
  await page.goto('/inbox');
  const list = page.getByRole('region', { name: '会話' });
  const phone = page.frameLocator('iframe[title="お客様の仮想電話"]');
  const phoneLog = phone.getByRole('log');

  await test.step('the customer writes on the phone beside the inbox', async () => {
    await phone.getByRole('button', { name: '電話を切り替える' }).click();
    await phone
      .getByRole('dialog')
      .getByRole('button', { name: /田中 陽子/ })
      .click();
    await phone
      .getByRole('main')
      .getByRole('button', { name: /港町コーヒー焙煎所/ })
      .click();
    await phone.getByRole('textbox', { name: 'メッセージ' }).fill('袋を交換していただけますか？');
    await phone.getByRole('button', { name: '送信' }).click();
    await expect(list.getByRole('link', { name: /田中 陽子/ })).toContainText('袋を交換していただけますか？');
  });
  const chat = phone.getByRole('main').getByRole('button', { name: /港町コーヒー焙煎所/ });
  const answer = page.locator('article[data-side="out"]').filter({ hasText: 'もちろんです。' });
  await test.step('the member opens the conversation and begins to type, and the phone shows it', async () => {
    await list.getByRole('link', { name: /田中 陽子/ }).click();
    await page
      .getByRole('textbox', { name: '田中 陽子 さんへのメッセージ' })
      .pressSequentially('もちろんです。');
    await expect(phone.getByRole('heading', { name: '港町コーヒー焙煎所' }).locator('..')).toContainText(
      '入力中…',
    );
  });
  await test.step('ticks: delivered while the chat is closed, read when it is opened', async () => {
    await phone.getByRole('button', { name: 'トーク一覧に戻る' }).click();
    await page.getByRole('button', { name: '送信（Enter）' }).click();
    await expect(chat).toContainText('もちろんです。');
    await expect(answer.getByRole('img', { name: '配信済み' })).toBeVisible();
    await chat.click();
    await expect(phoneLog.getByText('もちろんです。')).toBeVisible();
    await expect(answer.getByRole('img', { name: '既読' })).toBeVisible();
  });
  await test.step('the customer sees that the member has read', async () => {
    const question = phoneLog.locator('article').filter({ hasText: '袋を交換して' });
    await expect(question.getByRole('img', { name: '既読' })).toBeVisible();
  });
  await context.close();
});
