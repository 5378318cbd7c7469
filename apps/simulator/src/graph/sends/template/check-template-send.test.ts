import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customer, startTestWorld, type TestWorld } from '../../../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
  await world.simulator.control.mergeWorld({
    wabas: [
      {
        id: world.wabaId,
        templates: [
          { name: 'paused', language: 'en', status: 'PAUSED', components: [{ type: 'BODY', text: 'x' }] },
          { name: 'disabled', language: 'en', status: 'DISABLED', components: [{ type: 'BODY', text: 'x' }] },
          { name: 'rejected', language: 'en', status: 'REJECTED', components: [{ type: 'BODY', text: 'x' }] },
          {
            name: 'login_code',
            language: 'en',
            category: 'AUTHENTICATION',
            components: [{ type: 'BODY', text: '{{1}} is your code.' }],
          },
          {
            name: 'track',
            language: 'en',
            components: [
              { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}' },
              { type: 'BODY', text: 'Follow your parcel.' },
              {
                type: 'BUTTONS',
                buttons: [
                  { type: 'URL', text: 'Track', url: 'https://shop.example.com/{{1}}' },
                  { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+81355500100' },
                ],
              },
            ],
          },
        ],
      },
    ],
  });
});
afterAll(() => world.stop());

const text = (value: string, name?: string) => ({
  type: 'text',
  text: value,
  ...(name ? { parameter_name: name } : {}),
});
const body = (...parameters: object[]) => ({ type: 'body', parameters });
const header = (parameter: object) => ({ type: 'header', parameters: [parameter] });
const urlButton = (index: string) => ({
  type: 'button',
  sub_type: 'url',
  index,
  parameters: [text('t/2214')],
});

const send = (
  name: string,
  language: string,
  components?: object[],
  address: object = { to: customer.waId },
) =>
  world.graph('POST', `/v25.0/${world.phoneNumberId}/messages`, {
    messaging_product: 'whatsapp',
    ...address,
    type: 'template',
    template: { name, language: { code: language }, ...(components ? { components } : {}) },
  });

const shownOnPhone = async (wamid: string) => {
  await world.simulator.control.settle();
  const { body: phone } = await world.phone('GET', `/phones/${customer.waId}`);
  return phone.chats[0].messages.find(({ id }) => id === wamid)?.template;
};

describe('an approved template', () => {
  test('goes out with no window open, priced by its category, and is shown filled in', async () => {
    const answer = await send('order_update', 'ja', [body(text('佐藤'), text('2214'), text('11月24日'))]);
    expect(answer.body.messages[0].message_status).toBe('accepted');
    const wamid = answer.body.messages[0].id;
    expect(await shownOnPhone(wamid)).toMatchObject({
      body: 'こんにちは、佐藤様。ご注文2214を発送しました。11月24日にお届けの予定です。',
      footer: 'ご不明な点はこのメッセージにご返信ください。',
    });
    const [sent] = world.receiver.statuses().filter(({ id }) => id === wamid);
    expect(sent).toMatchObject({ pricing: { category: 'utility', type: 'regular', billable: true } });
  });

  test('takes named parameters in any order', async () => {
    const { body: answer } = await send('payment_received', 'en', [
      body(text('$48.50', 'amount'), text('Amara', 'customer_name')),
    ]);
    const shown = await shownOnPhone(answer.messages[0].id);
    expect(shown).toMatchObject({ body: 'Hi Amara, we have received your payment of $48.50. Thank you!' });
  });

  test('has its header and buttons filled too; a quick reply carries its text as payload', async () => {
    const { body: answer } = await send('track', 'en', [header(text('2214')), urlButton('0')]);
    expect(await shownOnPhone(answer.messages[0].id)).toMatchObject({
      header: 'Order 2214',
      buttons: [{ type: 'URL', url: 'https://shop.example.com/t/2214' }, { type: 'PHONE_NUMBER' }],
    });
    const { body: reminder } = await send('appointment_reminder', 'en', [
      body(text('Amara'), text('Nov 24'), text('14:00')),
    ]);
    expect(await shownOnPhone(reminder.messages[0].id)).toMatchObject({
      buttons: [{ type: 'QUICK_REPLY', text: 'Confirm', payload: 'Confirm' }, { text: 'Reschedule' }],
    });
  });
});

describe('a template send is refused at once', () => {
  const three = [text('a'), text('b'), text('c')];
  const refusals: readonly (readonly [string, Parameters<typeof send>, number, number])[] = [
    ['unknown name', ['nothing', 'en'], 132001, 404],
    ['unknown language', ['order_update', 'fr', [body(...three)]], 132001, 404],
    ['rejected template', ['rejected', 'en'], 132001, 404],
    ['paused template', ['paused', 'en'], 132015, 400],
    ['disabled template', ['disabled', 'en'], 132016, 400],
    ['no parameters where three are needed', ['order_update', 'en'], 132000, 400],
    ['one parameter too many', ['order_update', 'en', [body(...three, text('d'))]], 132000, 400],
    ['a header that is not there', ['order_update', 'en', [header(text('x')), body(...three)]], 132000, 400],
    [
      'text where an image header is needed',
      ['new_arrival', 'en', [body(text('a'), text('b'))]],
      132012,
      400,
    ],
    [
      'unnamed parameters in a named template',
      ['payment_received', 'en', [body(text('a'), text('b'))]],
      132012,
      400,
    ],
    [
      'a name the template does not have',
      ['payment_received', 'en', [body(text('a', 'amount'), text('b', 'x'))]],
      132012,
      400,
    ],
    ['a URL button without its suffix', ['track', 'en', [header(text('2214'))]], 131008, 400],
    [
      'a parameter for a button that takes none',
      ['track', 'en', [header(text('2')), urlButton('0'), urlButton('1')]],
      132000,
      400,
    ],
    [
      'a button that is not there',
      ['track', 'en', [header(text('2')), urlButton('0'), urlButton('7')]],
      132012,
      400,
    ],
    [
      'a code to a business-scoped user id',
      ['login_code', 'en', [body(text('1'))], { recipient: customer.userId }],
      131062,
      400,
    ],
    [
      'a text too long once filled',
      ['order_update', 'en', [body(text('a'.repeat(1000)), text('b'), text('c'))]],
      132005,
      400,
    ],
  ];
  test.each(refusals)('%s', async (_name, args, code, status) => {
    const answer = await send(...args);
    expect([answer.body.error?.code, answer.status]).toEqual([code, status]);
  });
});
