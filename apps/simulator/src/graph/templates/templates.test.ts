import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { png } from '../../testing/sample-files.ts';
import { accessToken, startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await startTestWorld({ app: { fields: templateFields } });
});
afterEach(() => world.stop());

const templateFields = [
  'messages',
  'message_template_status_update',
  'message_template_quality_update',
  'message_template_components_update',
  'template_category_update',
];
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const body = (text: string, ...examples: string[]) => ({
  type: 'BODY',
  text,
  ...(examples.length > 0 ? { example: { body_text: [examples] } } : {}),
});
const definition = (more: object = {}) => ({
  name: 'repair_ready',
  language: 'en_US',
  category: 'UTILITY',
  components: [body('Your repair {{1}} is ready to be collected.', '2214')],
  ...more,
});
const create = (more: object = {}) =>
  world.graph('POST', `/${world.wabaId}/message_templates`, definition(more));
const advance = async (advanceMs: number) => {
  await world.simulator.control.moveClock({ advanceMs });
  await world.simulator.control.settle();
};
const show = async (id: string, fields = 'status,category,rejected_reason') =>
  (await world.graph('GET', `/${id}?fields=${fields}`)).body;
const told = (field: string) =>
  world.receiver.received
    .flatMap(({ body: text }) => JSON.parse(text).entry)
    .flatMap(({ changes }) => changes)
    .filter((change) => change.field === field)
    .map(({ value }) => value);
const events = () => told('message_template_status_update').map(({ event }) => event);

describe('review', () => {
  test('takes world time, then the template is approved, told and sendable', async () => {
    const { body: created } = await create();
    expect(created).toEqual({ id: expect.any(String), status: 'PENDING', category: 'UTILITY' });
    await advance(5 * minuteMs);
    expect(await show(created.id)).toMatchObject({ status: 'APPROVED', rejected_reason: 'NONE' });
    expect(told('message_template_status_update')).toEqual([
      {
        event: 'APPROVED',
        message_template_id: expect.any(Number),
        message_template_name: 'repair_ready',
        message_template_language: 'en_US',
        reason: 'NONE',
        message_template_category: 'UTILITY',
      },
    ]);
    expect(world.receiver.received.at(-1)?.body).toContain(`"message_template_id":${created.id}`);
  });

  test('a promotional "utility" comes back as marketing, in English and in Japanese', async () => {
    const answers = [
      await create({ components: [body('Big sale! 20% off everything this week.')] }),
      await create({
        language: 'ja',
        components: [body('本日からセールを開催します。全品半額でお待ちしています。')],
      }),
    ];
    expect(answers.map(({ body: created }) => Object(created).category)).toEqual(['MARKETING', 'MARKETING']);
  });

  test.each([
    [
      'a code outside authentication',
      body('Your verification code is {{1}} now.', '1'),
      'INCORRECT_CATEGORY',
    ],
    ['a question for card numbers', body('Please reply with your card number.'), 'SCAM'],
    ['a shortened link', body('Read more at bit.ly/abc about your order.'), 'INVALID_FORMAT'],
    ['another language', body('ご予約の確認ができました。'), 'TAG_CONTENT_MISMATCH'],
  ])('%s is rejected with its reason', async (_name, component, reason) => {
    const { body: created } = await create({ components: [component] });
    await advance(5 * minuteMs);
    expect(await show(created.id)).toMatchObject({ status: 'REJECTED', rejected_reason: reason });
    expect(told('message_template_status_update')[0]).toMatchObject({
      event: 'REJECTED',
      reason,
      rejection_info: { reason: expect.any(String), recommendation: expect.any(String) },
    });
  });

  test('the words of another template are rejected; other languages of a name may repeat them', async () => {
    await create();
    const { body: twin } = await create({ name: 'repair_ready_2' });
    await advance(5 * minuteMs);
    expect(await show(twin.id)).toMatchObject({ status: 'REJECTED' });
  });

  test('a verdict of the settings wins', async () => {
    await world.simulator.control.setSettings({
      templates: { verdicts: [{ name: 'repair_ready', status: 'REJECTED', reason: 'ABUSIVE_CONTENT' }] },
    });
    const { body: created } = await create();
    await advance(5 * minuteMs);
    expect(await show(created.id)).toMatchObject({ rejected_reason: 'ABUSIVE_CONTENT' });
  });

  test('is still owed after a restart of the clock: a jump of days ends it too', async () => {
    const { body: created } = await create();
    await advance(30 * dayMs);
    expect(await show(created.id, 'status')).toMatchObject({ status: 'APPROVED' });
  });
});

describe('creation', () => {
  test('faults of shape answer at once, with the subcode that tells them', async () => {
    const answer = await create({ components: [body('{{1}} is ready.', '2214')] });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code: 100, error_subcode: 2388299 });
  });

  test('name and language are unique', async () => {
    await create();
    expect((await create()).body.error).toMatchObject({ code: 100, error_subcode: 2388024 });
    expect((await create({ language: 'en_GB' })).status).toBe(200);
  });

  test('is limited by the hour', async () => {
    await world.simulator.control.setSettings({ templates: { createPerHour: 1 } });
    await create();
    expect((await create({ name: 'another' })).body.error.code).toBe(80007);
    await advance(hourMs);
    expect((await create({ name: 'another' })).status).toBe(200);
  });

  test('a sample must have been uploaded', async () => {
    const header = { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['4:nothing'] } };
    const answer = await create({ components: [header, body('Your picture is ready.')] });
    expect(answer.body.error.code).toBe(100);
  });

  test('the handle of an uploaded sample reads out as an address with the picture', async () => {
    const query = `file_name=h.png&file_length=${png.length}&file_type=image/png`;
    const { body: session } = await world.graph('POST', `/${world.appId}/uploads?${query}`);
    const uploaded = await fetch(`${world.simulator.url}/${session.id}`, {
      method: 'POST',
      headers: { authorization: `OAuth ${accessToken}`, file_offset: '0' },
      body: new Uint8Array(png),
    });
    const { h: handle } = Object(await uploaded.json());
    const header = { type: 'HEADER', format: 'IMAGE', example: { header_handle: [handle] } };
    const { body: created } = await create({ components: [header, body('Your picture is ready.')] });
    const { components } = Object(await show(created.id, 'components'));
    const picture = await fetch(components[0].example.header_handle[0]);
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(png);
  });

  test('a template of the library is approved at once, with our address in its button', async () => {
    const { body: library } = await world.graph(
      'GET',
      '/message_template_library?search=delivery&language=ja',
    );
    expect(library.data[0]).toMatchObject({ name: 'delivery_update_1', language: 'ja' });
    const { body: created } = await world.graph('POST', `/${world.wabaId}/message_templates`, {
      name: 'our_delivery',
      language: 'ja',
      category: 'UTILITY',
      library_template_name: 'delivery_update_1',
      library_template_button_inputs: [{ type: 'URL', url: { base_url: 'https://tea.example/track' } }],
    });
    expect(created).toMatchObject({ status: 'APPROVED', category: 'UTILITY' });
    expect(JSON.stringify(await show(created.id, 'components'))).toContain('https://tea.example/track');
  });

  test('authentication templates read out with words of their own and a URL button', async () => {
    const { body: created } = await world.graph('POST', `/${world.wabaId}/upsert_message_templates`, {
      name: 'login_code',
      languages: ['en', 'ja'],
      category: 'AUTHENTICATION',
      components: [
        { type: 'BODY', add_security_recommendation: true },
        { type: 'FOOTER', code_expiration_minutes: 10 },
        { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
      ],
    });
    const [, japanese] = Object(created).data;
    const { components } = Object(await show(japanese?.id ?? '', 'components'));
    expect(components[0].text).toContain('認証コード');
    expect(components[2].buttons[0]).toMatchObject({ type: 'URL', text: 'コードをコピー' });
  });
});

describe('editing', () => {
  const approve = async () => {
    const { body: created } = await create();
    await advance(5 * minuteMs);
    return created.id;
  };
  const edit = (id: string, text: string) => world.graph('POST', `/${id}`, { components: [body(text)] });
  const send = () =>
    world.graph('POST', `/${world.phoneNumberId}/messages`, {
      messaging_product: 'whatsapp',
      to: '+819012345678',
      type: 'template',
      template: {
        name: 'repair_ready',
        language: { code: 'en_US' },
        components: [{ type: 'body', parameters: [{ type: 'text', text: '2214' }] }],
      },
    });

  test('an edit is reviewed, told, and people get the approved version meanwhile', async () => {
    const id = await approve();
    expect((await edit(id, 'Your repair can be collected from today.')).body).toMatchObject({
      success: true,
    });
    expect(await show(id, 'status')).toMatchObject({ status: 'PENDING' });
    expect((await send()).status).toBe(200);
    await advance(5 * minuteMs);
    expect(told('message_template_components_update')[0]).toMatchObject({
      message_template_element: 'Your repair can be collected from today.',
    });
    expect((await send()).body.error.code).toBe(132000);
  });

  test('approved ones once a day and ten times in 30 days', async () => {
    const id = await approve();
    for (let day = 0; day < 10; day += 1) {
      expect((await edit(id, `Your repair can be collected, part ${day}.`)).status).toBe(200);
      await advance(5 * minuteMs);
      expect((await edit(id, 'Too early for this one.')).body.error.code).toBe(100);
      await advance(dayMs);
    }
    expect((await edit(id, 'Too many of them.')).body.error.message).toBe('Invalid parameter');
    await advance(30 * dayMs);
    expect((await edit(id, 'Your repair can be collected again.')).status).toBe(200);
  });

  test('the category of an approved template cannot change', async () => {
    const id = await approve();
    const { body: answer } = await world.graph('POST', `/${id}`, { category: 'MARKETING' });
    expect(answer.error.code).toBe(100);
  });

  test('deleting locks the name for 30 days', async () => {
    const id = await approve();
    await world.graph('DELETE', `/${world.wabaId}/message_templates?name=repair_ready&hsm_id=${id}`);
    expect((await world.graph('GET', `/${id}`)).status).toBe(400);
    expect((await create()).body.error).toMatchObject({ code: 100, error_subcode: 2388023 });
    await advance(30 * dayMs);
    expect((await create()).status).toBe(200);
  });

  test('with messages under way it stays PENDING_DELETION for 30 days', async () => {
    const id = await approve();
    await world.phone('POST', '/phones/819012345678/online', { online: false });
    await send();
    await world.graph('DELETE', `/${world.wabaId}/message_templates?name=repair_ready`);
    expect(await show(id, 'status')).toMatchObject({ status: 'PENDING_DELETION' });
    await advance(30 * dayMs);
    expect((await world.graph('GET', `/${id}`)).status).toBe(400);
    expect(events().slice(-2)).toEqual(['PENDING_DELETION', 'DELETED']);
  });

  test('archived templates are out of use until they come back', async () => {
    const id = await approve();
    const move = (way: string) =>
      world.graph('POST', `/${world.wabaId}/message_templates/${way}`, { hsm_ids: id });
    expect((await move('archive')).body).toEqual({ archived_templates: [id], failed_templates: [] });
    expect((await send()).body.error.code).toBe(132001);
    await move('unarchive');
    expect((await send()).status).toBe(200);
  });
});

describe('migration', () => {
  test('copies good templates of another account of the business; taken names fail', async () => {
    const { wabas } = await world.simulator.control.mergeWorld({
      wabas: [
        {
          name: 'Second',
          shippedTemplates: false,
          templates: [
            { name: 'order_update', language: 'en', components: [body('Taken already.')] },
            { name: 'only_there', language: 'en', components: [body('Only in the other one.')] },
            { name: 'paused', language: 'en', status: 'PAUSED', components: [body('Paused.')] },
          ],
        },
      ],
    });
    const source = wabas.find(({ name }) => name === 'Second');
    const { body: answer } = await world.graph('POST', `/${world.wabaId}/migrate_message_templates`, {
      source_waba_id: source?.id,
    });
    const idOf = (name: string) => source?.templates.find((template) => template.name === name)?.id ?? '';
    const { migrated_templates: migrated, failed_templates: failed } = Object(answer);
    expect(Object.keys(failed)).toEqual([idOf('order_update')]);
    expect(Object.keys(migrated)).toEqual([idOf('only_there')]);
    expect(await show(migrated[idOf('only_there')], 'name,status')).toMatchObject({
      name: 'only_there',
      status: 'APPROVED',
    });
  });

  test('shows the words of codes in every language asked for', async () => {
    const { body: previews } = await world.graph(
      'GET',
      `/${world.wabaId}/message_template_previews?category=AUTHENTICATION&languages=en_US,ja&code_expiration_minutes=10`,
    );
    expect(previews.data).toMatchObject([
      { language: 'en_US', body: '*123456* is your verification code.' },
      { language: 'ja', footer: 'このコードは10分後に無効になります。' },
    ]);
  });
});

describe('listing', () => {
  test('filters, pages and counts', async () => {
    await create();
    await create({ name: 'sale', category: 'MARKETING', components: [body('A big sale starts today.')] });
    const { body: list } = await world.graph(
      'GET',
      `/${world.wabaId}/message_templates?category=MARKETING&status=PENDING&fields=name&summary=message_template_count`,
    );
    expect(list.data.map(({ name }) => name)).toEqual(['sale']);
    expect(list).toMatchObject({ summary: { message_template_count: expect.any(Number) } });
  });
});
