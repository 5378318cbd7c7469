import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customer, startTestWorld, type TestWorld } from '../../../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld({
    app: {
      fields: [
        'messages',
        'calls',
        'account_settings_update',
        'security',
        'business_username_updates',
        'phone_number_name_update',
      ],
    },
  });
});
afterAll(() => world.stop());

const at = (edge: string) => `/v25.0/${world.phoneNumberId}/${edge}`;
const get = (edge: string) => world.graph('GET', at(edge));
const post = (edge: string, body: object) => world.graph('POST', at(edge), body);
const ok = { success: true };

describe('whatsapp_business_profile', () => {
  const profile = {
    about: 'Pots & glazes 陶器',
    address: '1 Kiln Road',
    email: 'hello@example.com',
    websites: ['https://example.com/'],
    vertical: 'RETAIL',
  };
  const fields = 'about,address,description,email,profile_picture_url,websites,vertical';

  test('says only messaging_product until fields are named, and leaves out what is not set', async () => {
    expect(
      (await post('whatsapp_business_profile', { messaging_product: 'whatsapp', ...profile })).body,
    ).toEqual(ok);
    expect((await get('whatsapp_business_profile')).body).toEqual({
      data: [{ messaging_product: 'whatsapp' }],
    });
    const { body } = await get(`whatsapp_business_profile?fields=${fields}`);
    expect(body).toEqual({ data: [{ ...profile, messaging_product: 'whatsapp' }] });
  });

  test.each([
    [{}, 'The parameter messaging_product is required.'],
    [{ messaging_product: 'whatsapp', about: '' }, 'Param about must be a non-empty string.'],
    [
      { messaging_product: 'whatsapp', about: 'x'.repeat(140) },
      'Param about must be at most 139 characters long.',
    ],
    [{ messaging_product: 'whatsapp', email: 'nobody' }, 'Param email must be a valid email address.'],
    [{ messaging_product: 'whatsapp', websites: ['a', 'b'] }, 'Param websites[0] must be a valid URI.'],
    [
      { messaging_product: 'whatsapp', websites: ['https://a', 'https://b', 'https://c'] },
      'Param websites must be at most 2 elements long.',
    ],
    [{ messaging_product: 'whatsapp', vertical: 'POTS' }, 'Param vertical must be one of {OTHER, AUTO'],
    [
      { messaging_product: 'whatsapp', profile_picture_handle: '4::nope' },
      'Param profile_picture_handle is not a valid upload handle.',
    ],
  ])('%j is refused with 100', async (body, text) => {
    const answer = await post('whatsapp_business_profile', body);
    expect([answer.status, answer.body.error.code]).toEqual([400, 100]);
    expect(answer.body.error.message).toContain(`(#100) ${text}`);
  });

  test('an unknown field is refused', async () => {
    const { body } = await get('whatsapp_business_profile?fields=mood');
    expect(body.error.message).toContain('nonexisting field (mood)');
  });
});

describe('settings', () => {
  test('calling is shown as it was set, and told by account_settings_update', async () => {
    const calling = {
      status: 'ENABLED',
      call_icon_visibility: 'DEFAULT',
      callback_permission_status: 'ENABLED',
      call_hours: {
        status: 'ENABLED',
        timezone_id: 'Asia/Tokyo',
        weekly_operating_hours: [{ day_of_week: 'MONDAY', open_time: '0900', close_time: '1700' }],
      },
    };
    expect((await post('settings', { calling })).body).toEqual(ok);
    expect((await get('settings')).body).toMatchObject({ calling, id: world.phoneNumberId });
    await world.simulator.control.settle();
    const told = world.receiver.received.map(({ body }) => JSON.parse(body).entry[0].changes[0]);
    expect(told.find(({ field }) => field === 'account_settings_update').value).toMatchObject({
      type: 'PHONE_NUMBER_SETTINGS',
      phone_number_settings: { phone_number_id: world.phoneNumberId, calling: { status: 'ENABLED' } },
    });
  });

  test.each([
    [{ calling: { status: 'ON' } }, "Param calling['status'] must be one of {ENABLED, DISABLED}"],
    [{ calling: { colour: 'red' } }, 'Unexpected key "colour" on param "calling".'],
    [
      {
        calling: {
          call_hours: {
            status: 'ENABLED',
            timezone_id: 'Asia/Tokyo',
            weekly_operating_hours: [{ day_of_week: 'MONDAY', open_time: '1700', close_time: '0900' }],
          },
        },
      },
      'must have an open_time before the close_time.',
    ],
    [{}, 'Exactly one setting must be given.'],
    [{ payload_encryption: { status: 'ENABLED' } }, 'must be a public key in PEM format.'],
    [{ storage_configuration: { status: 'SOMEWHERE' } }, "storage_configuration['status']"],
  ])('%j is refused with 100', async (body, text) => {
    const answer = await post('settings', body);
    expect([answer.status, answer.body.error.code]).toEqual([400, 100]);
    expect(answer.body.error.message).toContain(text);
  });

  test('calling asks for a messaging limit of 2,000 (138015) and a subscriber (138018)', async () => {
    const small = await startTestWorld();
    const { portfolios } = await small.simulator.control.getWorld();
    const enable = { calling: { status: 'ENABLED' } };
    const call = () => small.graph('POST', `/${small.phoneNumberId}/settings`, enable);
    expect((await call()).body.error.code).toBe(138018);
    await small.simulator.control.mergeWorld({
      portfolios: [{ id: portfolios[0]?.id, messagingLimit: 'TIER_250' }],
    });
    expect((await call()).body.error.code).toBe(138015);
    await small.stop();
  });

  test('the identity check and storage can be set', async () => {
    await post('settings', { user_identity_change: { enable_identity_key_check: true } });
    await post('settings', {
      storage_configuration: { status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: 'JP' },
    });
    expect((await get('settings')).body).toMatchObject({
      user_identity_change: { enable_identity_key_check: true },
      storage_configuration: { status: 'IN_COUNTRY_STORAGE_ENABLED', data_localization_region: 'JP' },
    });
  });
});

describe('the number itself', () => {
  test('every documented field can be read', async () => {
    const fields =
      'display_phone_number,verified_name,quality_rating,quality_score,code_verification_status,name_status,new_name_status,new_display_name,status,platform_type,host_platform,throughput,is_on_biz_app,is_official_business_account,is_pin_enabled,is_preverified_number,account_mode,whatsapp_business_manager_messaging_limit,messaging_limit_tier,webhook_configuration,health_status,last_onboarded_time,conversational_automation,username,search_visibility,eligibility_for_api_business_global_search,certificate,new_certificate,country_code,country_dial_code,unified_cert_status';
    const { status, body } = await world.graph('GET', `/${world.phoneNumberId}?fields=${fields}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ country_code: 'JP', country_dial_code: '81', platform_type: 'CLOUD_API' });
  });

  test('a sub-selection narrows, an edge can be read as a field', async () => {
    const number = await world.graph(
      'GET',
      `/${world.phoneNumberId}?fields=health_status{entities{entity_type}}`,
    );
    expect(number.body).toMatchObject({
      health_status: { entities: [{ entity_type: 'PHONE_NUMBER' }, {}, {}, {}] },
    });
    expect(JSON.stringify(number.body)).not.toContain('can_send_message');
    const waba = await world.graph(
      'GET',
      `/${world.wabaId}?fields=name,phone_numbers.limit(1){verified_name}`,
    );
    expect(waba.body).toMatchObject({
      name: 'Riverside Studio',
      phone_numbers: { data: [{ verified_name: 'Riverside Studio', id: world.phoneNumberId }] },
    });
  });

  test('the two-step PIN has six digits, and its change is told', async () => {
    const refused = await world.graph('POST', `/${world.phoneNumberId}`, { pin: '12' });
    expect(refused.body.error.code).toBe(100);
    expect((await world.graph('POST', `/${world.phoneNumberId}`, { pin: '483920' })).body).toEqual(ok);
    await world.simulator.control.settle();
    expect(world.receiver.received.some(({ body }) => body.includes('"PIN_CHANGED"'))).toBe(true);
  });

  test('a new display name waits for its review, then is told as accepted or rejected', async () => {
    const name = async () =>
      (
        await world.graph(
          'GET',
          `/${world.phoneNumberId}?fields=verified_name,new_display_name,new_name_status`,
        )
      ).body;
    const propose = (new_display_name: string) =>
      world.graph('POST', `/${world.phoneNumberId}`, { new_display_name });
    await propose('Riverside Kilns');
    expect(await name()).toMatchObject({
      verified_name: 'Riverside Studio',
      new_display_name: 'Riverside Kilns',
      new_name_status: 'PENDING_REVIEW',
    });
    await world.simulator.control.moveClock({ advanceMs: 10 * 60 * 1000 });
    expect(await name()).toMatchObject({ verified_name: 'Riverside Kilns', new_name_status: 'APPROVED' });
    await propose('Best Pots Ever!!!');
    await world.simulator.control.moveClock({ advanceMs: 10 * 60 * 1000 });
    expect(await name()).toMatchObject({ verified_name: 'Riverside Kilns', new_name_status: 'DECLINED' });
    await world.simulator.control.settle();
    const told = world.receiver.received.map(({ body }) => JSON.parse(body).entry[0].changes[0].value);
    expect(told).toContainEqual({
      display_phone_number: '81355500100',
      decision: 'REJECTED',
      requested_verified_name: 'Best Pots Ever!!!',
      rejection_reason: 'NAME_FORMAT_UNACCEPTABLE',
    });
  });

  test('a number that is not registered is blocked in health_status', async () => {
    const { wabas } = await world.simulator.control.mergeWorld({
      wabas: [{ id: world.wabaId, phoneNumbers: [{ id: '700000000000001', registered: false }] }],
    });
    expect(wabas).toHaveLength(1);
    const { body } = await world.graph('GET', '/700000000000001?fields=health_status');
    expect(body).toMatchObject({ health_status: { can_send_message: 'BLOCKED' } });
  });
});

describe('commerce, automation, encryption key', () => {
  test('the cart is on and the catalogue hidden until it is changed, by query as by body', async () => {
    const initial = { id: world.phoneNumberId, is_cart_enabled: true, is_catalog_visible: false };
    expect((await get('whatsapp_commerce_settings')).body).toEqual({ data: [initial] });
    await world.graph('POST', at('whatsapp_commerce_settings?is_cart_enabled=false&is_catalog_visible=true'));
    expect((await get('whatsapp_commerce_settings')).body).toMatchObject({
      data: [{ is_cart_enabled: false, is_catalog_visible: true }],
    });
  });

  test('ice breakers and commands are kept, and read on the number', async () => {
    const automation = {
      enable_welcome_message: true,
      prompts: ['Opening hours?'],
      commands: [{ command_name: 'hours', command_description: 'When we are open' }],
    };
    expect((await post('conversational_automation', automation)).body).toEqual(ok);
    const { body } = await world.graph('GET', `/${world.phoneNumberId}?fields=conversational_automation`);
    expect(body).toMatchObject({ conversational_automation: automation });
    for (const bad of [
      { prompts: ['1', '2', '3', '4', '5'] },
      { prompts: ['hello 😀'] },
      { commands: [{ command_name: 'x'.repeat(33), command_description: 'y' }] },
    ]) {
      expect((await post('conversational_automation', bad)).body.error.code).toBe(100);
    }
  });

  test('only a 2048-bit RSA key is taken', async () => {
    const pem = (bits: number) =>
      generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ type: 'spki', format: 'pem' });
    const key = pem(2048);
    const form = new FormData();
    form.set('business_public_key', String(key));
    expect((await post('whatsapp_business_encryption', form)).body).toEqual(ok);
    expect((await get('whatsapp_business_encryption')).body).toEqual({
      data: [{ business_public_key: key, business_public_key_signature_status: 'VALID' }],
    });
    const short = await post('whatsapp_business_encryption', { business_public_key: pem(1024) });
    expect(short.body.error.code).toBe(100);
  });
});

describe('message_qrdls', () => {
  test('a link is created, listed, read, changed and deleted', async () => {
    const { body: created } = await post('message_qrdls', {
      prefilled_message: 'こんにちは',
      generate_qr_image: 'PNG',
    });
    expect(created).toMatchObject({
      code: expect.stringMatching(/^[A-Z2-7]{14}$/),
      prefilled_message: 'こんにちは',
      deep_link_url: expect.stringContaining('https://wa.me/message/'),
    });
    const { code, qr_image_url: imageUrl } = Object(created);
    const image = await fetch(imageUrl);
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await get('message_qrdls')).body).toMatchObject({ data: [{ code }] });
    await post('message_qrdls', { code, prefilled_message: 'Hi' });
    expect((await get(`message_qrdls/${code}`)).body).toMatchObject({ data: [{ prefilled_message: 'Hi' }] });
    expect((await world.graph('DELETE', at(`message_qrdls/${code}`))).body).toEqual(ok);
    expect((await get(`message_qrdls/${code}`)).body.error.code).toBe(100);
    expect((await fetch(imageUrl)).status).toBe(404);
  });

  test('the message has 1 to 140 characters', async () => {
    for (const prefilled_message of ['', 'x'.repeat(141)]) {
      expect((await post('message_qrdls', { prefilled_message })).body.error.code).toBe(100);
    }
  });
});

describe('block_users', () => {
  const block = { messaging_product: 'whatsapp', block_users: [{ user: `+${customer.waId}` }] };

  test('who has not written in 24 h cannot be blocked: HTTP 400 with both lists and 139100', async () => {
    const { status, body } = await post('block_users', block);
    expect(status).toBe(400);
    expect(body).toMatchObject({
      messaging_product: 'whatsapp',
      block_users: {
        added_users: [],
        failed_users: [{ input: `+${customer.waId}`, wa_id: customer.waId, errors: [{ code: 131047 }] }],
      },
      error: { code: 139100 },
    });
  });

  test("a blocked user's messages never arrive, until the block ends", async () => {
    await world.openWindow();
    expect((await post('block_users', block)).body).toMatchObject({
      block_users: { added_users: [{ input: `+${customer.waId}`, wa_id: customer.waId }] },
    });
    expect((await get('block_users')).body).toMatchObject({
      data: [{ messaging_product: 'whatsapp', wa_id: customer.waId }],
    });
    const before = world.receiver.messages().length;
    await world.openWindow();
    expect(world.receiver.messages()).toHaveLength(before);
    const { body } = await world.graph('DELETE', at('block_users'), block);
    expect(body).toMatchObject({ block_users: { removed_users: [{ wa_id: customer.waId }] } });
    await world.openWindow();
    expect(world.receiver.messages()).toHaveLength(before + 1);
  });
});

describe('username', () => {
  test('a free name is approved, shown and told', async () => {
    expect((await post('username', { username: 'riverside.kilns' })).body).toEqual({ status: 'approved' });
    expect((await get('username')).body).toEqual({ username: 'riverside.kilns', status: 'approved' });
    await world.simulator.control.settle();
    expect(world.receiver.received.some(({ body }) => body.includes('"riverside.kilns"'))).toBe(true);
  });

  test.each(['ab', '.kilns', 'kilns.', 'a..b', '1234', 'www.kilns', 'kilns.com', 'kil ns'])(
    '%s is no username',
    async (username) => {
      expect((await post('username', { username })).body.error.code).toBe(100);
    },
  );

  test('a name on another own number moves only by force (147005), a foreign one never (147001)', async () => {
    await world.simulator.control.mergeWorld({
      wabas: [{ id: world.wabaId, phoneNumbers: [{ id: '700000000000002' }] }],
    });
    const take = (more: object) =>
      world.graph('POST', '/700000000000002/username', { username: 'Riverside.Kilns', ...more });
    expect((await take({})).body.error.code).toBe(147005);
    expect((await take({ transfer_action: 'force_transfer' })).body).toEqual({ status: 'approved' });
    expect((await get('username')).body).toEqual({});
  });
});

test('an official account is applied for once, and given after 30 days on the platform', async () => {
  const application = {
    action: 'SUBMIT_APPLICATION',
    application_data: { business_name: 'Riverside', website_url: 'https://example.com' },
  };
  const status = async () => (await get('official_business_account')).body;
  expect((await post('official_business_account', application)).body).toEqual(ok);
  expect(await status()).toMatchObject({ oba_status: 'PENDING' });
  expect((await post('official_business_account', application)).body.error.code).toBe(100);
  await world.simulator.control.moveClock({ advanceMs: 10 * 60 * 1000 });
  expect(await status()).toMatchObject({ oba_status: 'REJECTED' });
  await world.simulator.control.moveClock({ advanceMs: 30 * 24 * 60 * 60 * 1000 });
  await post('official_business_account', { ...application, action: 'RESUBMIT_APPLICATION' });
  await world.simulator.control.moveClock({ advanceMs: 10 * 60 * 1000 });
  expect(await status()).toMatchObject({ oba_status: 'APPROVED' });
});

test('the WABA: users with tasks, its name, and insights that stay on', async () => {
  const { portfolios } = await world.simulator.control.getWorld();
  const users = `/${world.wabaId}/assigned_users`;
  await world.graph('POST', `${users}?user=100011112222&tasks=["MANAGE","DEVELOP"]`);
  const { body } = await world.graph('GET', `${users}?business=${portfolios[0]?.id}`);
  expect(body).toMatchObject({ data: [{ id: '100011112222', tasks: ['MANAGE', 'DEVELOP'] }] });
  expect((await world.graph('GET', users)).body.error.message).toContain('business is required');
  const bad = await world.graph('POST', `${users}?user=1&tasks=["DANCE"]`);
  expect(bad.body.error.message).toContain('Param tasks[0] must be one of {MANAGE');
  expect((await world.graph('DELETE', `${users}?user=100011112222`)).body).toEqual(ok);
  await world.graph('POST', `/${world.wabaId}?is_enabled_for_insights=true`);
  const off = await world.graph('POST', `/${world.wabaId}?is_enabled_for_insights=false`);
  expect(off.body.error.code).toBe(200006);
});
