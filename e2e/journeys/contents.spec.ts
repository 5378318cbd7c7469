import type { Locator, Page } from '@playwright/test';
import {
  drawPicture,
  isOggOpus,
  movingBall,
  type SmallFile,
  silence,
  writeDocument,
} from '../support/files.ts';
import { openInbox, ticksOf } from '../support/inbox.ts';
import { expect, test } from '../support/journey.ts';
import { takePhone } from '../support/phone.ts';

test('every kind of content that a customer sends is shown in the inbox', async ({
  page,
  openWindow,
  phoneNumberId,
  makeCustomer,
  customerWrites,
}) => {
  const customer = await makeCustomer('Mira');
  await customerWrites(customer, 'Here come all kinds');
  const inbox = openInbox(page);
  await inbox.open(customer.name);
  const phone = await takePhone(openWindow, customer, { phoneNumberId });

  await test.step('text with emoji', async () => {
    await phone.say('Hello 🎉👩‍🚀');
    await expect(inbox.messages('in').last()).toContainText('Hello 🎉👩‍🚀');
  });
  await test.step('image', async () => {
    await phone.attachFile('Photo or video', await drawPicture(page, 'square.png', 'image/png'));
    await expect.poll(() => widthOf(inbox.thread.getByRole('img', { name: 'Image' }))).toBeGreaterThan(0);
  });
  await test.step('video', async () => {
    await phone.attachFile('Photo or video', await movingBall());
    await expect(inbox.messages('in').last().locator('video')).toBeVisible();
  });
  await test.step('audio file', async () => {
    await phone.attachFile('Audio', silence('silence.mp3'));
    await expect(inbox.messages('in').last().getByRole('img', { name: 'Audio file' })).toBeVisible();
  });
  await test.step('a recorded voice note, as OGG with OPUS', async () => {
    await phone.screen.getByRole('button', { name: 'Record a voice note' }).click();
    await expect(phone.screen.getByRole('status').getByText('0:01')).toBeVisible();
    await phone.screen.getByRole('button', { name: 'Send the voice note' }).click();
    const note = inbox.messages('in').last();
    await expect(note.getByRole('img', { name: 'Voice note' })).toBeVisible();
    expect(isOggOpus(await fetchSource(page, note.locator('audio')))).toBe(true);
  });
  await test.step('document', async () => {
    await phone.attachFile('Document', writeDocument('invoice 2214.pdf'));
    await expect(
      inbox
        .messages('in')
        .last()
        .getByRole('link', { name: /invoice 2214\.pdf/ }),
    ).toBeVisible();
  });
  await test.step('sticker', async () => {
    await phone.attach('Sticker');
    await phone.screen.getByRole('dialog').getByRole('button', { name: 'Thank you' }).click();
    await expect(inbox.messages('in').last().getByRole('img', { name: 'Sticker' })).toBeVisible();
  });
  await test.step('location', async () => {
    await phone.attach('Location');
    await phone.screen
      .getByRole('dialog')
      .getByRole('button', { name: /Tokyo Station/ })
      .click();
    const place = inbox.messages('in').last();
    await expect(place).toContainText('Tokyo Station');
    await expect(place.getByRole('link', { name: 'Open the map' })).toHaveAttribute(
      'href',
      /mlat=35\.681236/,
    );
  });
  await test.step('contact card', async () => {
    await phone.attach('Contact');
    const form = phone.screen.getByRole('dialog');
    await form.getByLabel('Name').fill('Ken Mori');
    await form.getByLabel('Phone number').fill('+81 3-5550-0123');
    await form.getByRole('button', { name: 'Send' }).click();
    await expect(inbox.messages('in').last()).toContainText('Ken Mori');
    await expect(inbox.messages('in').last()).toContainText('+81 3-5550-0123');
  });
});

test('every kind of content that a member sends arrives on the phone', async ({
  page,
  openWindow,
  phoneNumberId,
  makeCustomer,
  customerWrites,
}) => {
  const customer = await makeCustomer('Noor');
  await customerWrites(customer, 'Please show me all kinds');
  const inbox = openInbox(page);
  await inbox.open(customer.name);
  const phone = await takePhone(openWindow, customer, { phoneNumberId });
  const received = phone.messages('received').last();

  await test.step('text with emoji from the picker', async () => {
    await page.getByRole('button', { name: 'Emoji (E)' }).click();
    await page.getByRole('searchbox', { name: 'Search emoji' }).fill('rocket');
    await page
      .getByRole('gridcell', { name: /🚀|rocket/i })
      .first()
      .click();
    await page.keyboard.press('Escape');
    await expect(inbox.composer).toHaveValue('🚀');
    await inbox.composer.press('Enter');
    await expect(received).toContainText('🚀');
  });
  await test.step('image with a caption', async () => {
    await attach(page, 'Image', await drawPicture(page, 'square.jpg', 'image/jpeg'));
    await inbox.say('Our new label');
    await expect(received.getByRole('button', { name: 'Open the photo' })).toBeVisible();
    await expect(received).toContainText('Our new label');
  });
  await test.step('video', async () => {
    await attach(page, 'Video', await movingBall());
    await page.getByRole('button', { name: 'Send (Enter)' }).click();
    await expect(received.locator('video')).toBeVisible();
  });
  await test.step('audio file', async () => {
    await attach(page, 'Audio', silence('silence.mp3'));
    await page.getByRole('button', { name: 'Send (Enter)' }).click();
    await expect(received.getByRole('button', { name: 'Play: Audio' })).toBeVisible();
  });
  await test.step('document', async () => {
    await attach(page, 'Document', writeDocument('price list.pdf'));
    await page.getByRole('button', { name: 'Send (Enter)' }).click();
    await expect(received.getByRole('link', { name: 'Download price list.pdf' })).toBeVisible();
  });
  await test.step('sticker', async () => {
    await attach(page, 'Sticker', await drawPicture(page, 'square.webp', 'image/webp'));
    await page.getByRole('button', { name: 'Send (Enter)' }).click();
    await expect(received.getByRole('img', { name: 'Sticker' })).toBeVisible();
  });
  await test.step('location', async () => {
    await chooseToAttach(page, 'Location');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Latitude').fill('35.68124');
    await dialog.getByLabel('Longitude').fill('139.76712');
    await dialog.getByLabel('Name of the place (optional)').fill('Our shop');
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(received.getByRole('link', { name: /Our shop/ })).toBeVisible();
  });
  await test.step('contact card', async () => {
    await chooseToAttach(page, 'Contact card');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Ren Aoki');
    await dialog.getByLabel('Telephone number', { exact: true }).fill('+81 3-5550-0199');
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(received).toContainText('Ren Aoki');
  });
  await test.step('a recorded voice note, as OGG with OPUS, until it is played', async () => {
    await page.getByRole('button', { name: 'Record a voice note' }).click();
    await expect(page.getByRole('timer').filter({ hasText: /^0:0[1-9]$/ })).toBeVisible();
    await page.getByRole('button', { name: 'Send the voice note' }).click();
    await expect(received.getByRole('button', { name: 'Play: Voice note' })).toBeVisible();
    expect(isOggOpus(await fetchSource(page, received.locator('audio')))).toBe(true);
    await received.getByRole('button', { name: 'Play: Voice note' }).click();
    await expect(ticksOf(inbox.messages('out').last())).toHaveAttribute('data-state', 'played');
  });
});

test('quotes and reactions go both ways, and a reaction can be taken back', async ({
  page,
  openWindow,
  phoneNumberId,
  makeCustomer,
  customerWrites,
}) => {
  const customer = await makeCustomer('Otto');
  await customerWrites(customer, 'Is the shop open today?');
  const inbox = openInbox(page);
  await inbox.open(customer.name);
  const phone = await takePhone(openWindow, customer, { phoneNumberId });
  const question = inbox.message('Is the shop open today?').first();
  const questionOnPhone = phone.message('Is the shop open today?').first();

  await test.step('the member quotes the customer', async () => {
    await actOn(page, question, 'Reply to this');
    await inbox.say('Until six.');
    await expect(phone.message('Until six.').getByTitle('Go to the quoted message')).toContainText(
      'Is the shop open today?',
    );
  });
  await test.step('the customer quotes the member', async () => {
    const answer = phone.message('Until six.');
    await answer.hover();
    await answer.getByRole('button', { name: 'Reply' }).click();
    await phone.say('Thanks!');
    await expect(inbox.message('Thanks!').getByRole('button', { name: /Until six\./ })).toBeVisible();
  });
  await test.step('the member reacts and takes it back', async () => {
    await actOn(page, question, 'React with 👍');
    await expect(questionOnPhone.getByRole('img', { name: /👍/ })).toBeVisible();
    await question.getByRole('button', { name: 'Our reaction 👍: take it back' }).click();
    await expect(questionOnPhone.getByRole('img', { name: /👍/ })).toBeHidden();
    await expect(question.getByText('👍')).toBeHidden();
  });
  await test.step('the customer reacts and takes it back', async () => {
    const answer = phone.message('Until six.').first();
    await answer.hover();
    await answer.getByRole('button', { name: 'React', exact: true }).click();
    await phone.screen.getByRole('button', { name: 'React with ❤️' }).click();
    const reaction = inbox.thread.getByRole('img', { name: `${customer.name} reacted with ❤️` });
    await expect(reaction).toBeVisible();
    await answer.getByRole('button', { name: '❤️ Remove your reaction' }).click();
    await expect(reaction).toBeHidden();
  });
});

async function chooseToAttach(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Attach' }).click();
  await page
    .getByRole('option')
    .filter({ has: page.getByText(what, { exact: true }) })
    .click();
}

async function attach(page: Page, kind: string, file: SmallFile): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await chooseToAttach(page, kind);
  await (await chooser).setFiles(file);
  await expect(page.getByRole('list', { name: 'Files to send' })).toContainText(file.name);
  await expect(page.getByRole('progressbar')).toBeHidden();
}

async function actOn(page: Page, message: Locator, what: string): Promise<void> {
  await message.hover();
  await message.getByRole('button', { name: 'What to do with this message' }).click();
  await page.getByRole('menuitem', { name: what }).click();
}

async function fetchSource(page: Page, player: Locator): Promise<Buffer> {
  const source = await player.evaluate((audio: HTMLAudioElement) => audio.src);
  return (await page.request.get(source)).body();
}

/** Width in pixels of the picture itself; 0 until its bytes are here. */
function widthOf(picture: Locator): Promise<number> {
  return picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
}
