import { drawPicture } from '../support/files.ts';
import { openInbox } from '../support/inbox.ts';
import { expect, test } from '../support/journey.ts';
import { takePhone } from '../support/phone.ts';

test('questions with buttons, a list and a place are answered on the phone, and each answer names its question', async ({
  page,
  openWindow,
  phoneNumberId,
  makeCustomer,
  customerWrites,
}) => {
  const customer = await makeCustomer('Quinn');
  await customerWrites(customer, 'I would like to order');
  const inbox = openInbox(page);
  await inbox.open(customer.name);
  const phone = await takePhone(openWindow, customer, { phoneNumberId });
  const question = phone.messages('received').last();
  const answer = inbox.messages('in').last();

  await test.step('one of two buttons', async () => {
    const form = await inbox.openForm('Buttons');
    await form.getByRole('textbox', { name: 'Text', exact: true }).fill('Ground or whole beans?');
    await form.getByRole('textbox', { name: 'Label' }).fill('Ground');
    await form.getByRole('button', { name: 'Add a button' }).click();
    await form.getByRole('textbox', { name: 'Label' }).nth(1).fill('Whole beans');
    await inbox.send(form);
    await question.getByRole('button', { name: 'Whole beans' }).click();
    await expect(answer).toContainText('Tapped the button');
    await expect(answer).toContainText('Whole beans');
    await expect(answer.getByRole('button', { name: /Ground or whole beans\?/ })).toBeVisible();
    await expect(question.getByRole('button', { name: 'Ground' })).toBeDisabled();
  });
  await test.step('a row of a list', async () => {
    const form = await inbox.openForm('List');
    await form.getByRole('textbox', { name: 'Text', exact: true }).fill('When shall we deliver?');
    await form.getByRole('textbox', { name: 'Button that opens the list' }).fill('Days');
    await form.getByRole('textbox', { name: 'Title' }).fill('Thursday');
    await form.getByRole('textbox', { name: 'Description' }).fill('Before noon');
    await form.getByRole('button', { name: 'Add a row' }).click();
    await form.getByRole('textbox', { name: 'Title' }).nth(1).fill('Friday');
    await inbox.send(form);
    await question.getByRole('button', { name: 'Days' }).click();
    await phone.screen
      .getByRole('dialog', { name: 'Days' })
      .getByRole('button', { name: /Thursday/ })
      .click();
    await expect(answer).toContainText('Chose from the list');
    await expect(answer).toContainText('Before noon');
  });
  await test.step('where the customer is', async () => {
    const form = await inbox.openForm('Location request');
    await form.getByRole('textbox', { name: 'Text', exact: true }).fill('Where shall we bring it?');
    await inbox.send(form);
    await question.getByRole('button', { name: 'Send location' }).click();
    await phone.screen
      .getByRole('dialog')
      .getByRole('button', { name: /Ueno Park/ })
      .click();
    await expect(answer).toContainText('Ueno Park');
    await expect(answer.getByRole('button', { name: /Where shall we bring it\?/ })).toBeVisible();
  });
  await test.step('a card of a carousel', async () => {
    const form = await inbox.openForm('Carousel');
    await form.getByRole('textbox', { name: 'Text', exact: true }).first().fill('Two of this week');
    for (const [index, name] of ['Ethiopia', 'Colombia'].entries()) {
      const card = form
        .getByRole('listitem')
        .filter({ has: page.getByText(`Card ${index + 1}`, { exact: true }) });
      await card
        .locator('input[type=file]')
        .setInputFiles(await drawPicture(page, `${name}.png`, 'image/png'));
      await expect(card).toContainText(`${name}.png`);
      await card.getByRole('textbox', { name: 'Text (optional)' }).fill(name);
      await card.getByRole('combobox', { name: 'Below it' }).click();
      await page.getByRole('option', { name: 'Buttons to answer with' }).click();
      await card.getByRole('textbox', { name: 'Label' }).fill(`Take ${name}`);
    }
    await inbox.send(form);
    const cards = question.getByRole('region', { name: 'Cards' }).getByRole('listitem');
    await expect(cards).toHaveCount(2);
    await cards.nth(1).getByRole('button', { name: 'Take Colombia' }).click();
    await expect(answer).toContainText('Take Colombia');
  });
});

test('a WhatsApp Flow is filled in on the phone, and the answers stand in the inbox as a table', async ({
  page,
  openWindow,
  phoneNumberId,
  makeCustomer,
  customerWrites,
}) => {
  const customer = await makeCustomer('Fumi');
  await customerWrites(customer, 'Are there places left in the class?');
  const inbox = openInbox(page);
  await inbox.open(customer.name);
  const phone = await takePhone(openWindow, customer, { phoneNumberId });
  const form = await inbox.openForm('WhatsApp Flow');
  await form.getByRole('textbox', { name: 'Text', exact: true }).fill('Please choose your day');
  await form.getByRole('combobox', { name: 'Which Flow' }).click();
  await page.getByRole('option', { name: 'By its name' }).click();
  await form.getByRole('textbox', { name: 'Flow name' }).fill('roasting_class');
  await form.getByRole('textbox', { name: 'Button that opens it' }).fill('Book');
  await form.getByRole('textbox', { name: /^First screen/ }).fill('CLASS');
  await inbox.send(form);

  await phone.messages('received').last().getByRole('button', { name: 'Book' }).click();
  const flow = phone.screen.getByRole('dialog', { name: '焙煎教室' });
  await flow.getByLabel('お名前').fill('Fumi Tanaka');
  await flow.getByLabel('ご希望日').fill('2026-12-05');
  await flow.getByLabel('人数').selectOption('2');
  await flow.getByLabel('はじめて').check();
  await flow.getByLabel('前日にお知らせを受け取る').check();
  await flow.getByRole('button', { name: '申し込む' }).click();
  const answers = inbox.messages('in').last().getByRole('table', { name: 'Answers' });
  for (const row of [
    'name Fumi Tanaka',
    'date 2026-12-05',
    'places 2',
    'experience はじめて',
    'reminder Yes',
  ]) {
    await expect(answers.getByRole('row', { name: row })).toBeVisible();
  }
});
