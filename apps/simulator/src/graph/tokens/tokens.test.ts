import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { advance } from '../../testing/send-template.ts';
import { appSecret, startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  await world.simulator.control.setSettings({ onboarding: { businessTokenLifeMs: null } });
});

const signUp = async (more: object = {}) =>
  String((await world.simulator.control.signUp({ waba: { id: world.wabaId }, ...more })).code);
const exchange = async (parameters: Readonly<Record<string, string>>, method = 'GET') => {
  const all = { client_id: world.appId, client_secret: appSecret, ...parameters };
  const answer =
    method === 'GET'
      ? await world.graph(
          'GET',
          `/oauth/access_token?${new URLSearchParams(all).toString()}`,
          undefined,
          null,
        )
      : await world.graph('POST', '/v25.0/oauth/access_token', all, null);
  return { status: answer.status, body: Object(answer.body) };
};
const debug = async (token: string) => {
  const appToken = `${world.appId}|${appSecret}`;
  const path = `/debug_token?input_token=${encodeURIComponent(token)}`;
  return Object((await world.graph('GET', path, undefined, appToken)).body).data;
};

test('a code is exchanged for a token that reaches exactly the account the person shared', async () => {
  const { id: foreign } = (await world.simulator.control.mergeWorld({ wabas: [{}] })).wabas.at(-1) ?? {};
  const { status, body } = await exchange({ code: await signUp() });
  expect(status).toBe(200);
  expect(body).toEqual({ access_token: expect.stringMatching(/^EAA/), token_type: 'bearer' });
  const { body: waba } = await world.graph('GET', `/${world.wabaId}`, undefined, body.access_token);
  expect(waba.id).toBe(world.wabaId);
  const refused = await world.graph('GET', `/${foreign}`, undefined, body.access_token);
  expect(refused.body.error).toMatchObject({ code: 100, error_subcode: 33 });
  expect(await debug(body.access_token)).toMatchObject({
    type: 'SYSTEM_USER',
    is_valid: true,
    expires_at: 0,
    user_id: expect.stringMatching(/^\d+$/),
    granular_scopes: [
      { scope: 'whatsapp_business_management', target_ids: [world.wabaId] },
      { scope: 'whatsapp_business_messaging', target_ids: [world.wabaId] },
    ],
  });
});

test('a code works once, and a POST with JSON does the same', async () => {
  const code = await signUp();
  expect((await exchange({ code }, 'POST')).status).toBe(200);
  expect((await exchange({ code })).body.error).toMatchObject({ code: 100, error_subcode: 36009 });
});

test('a code is worth nothing after 30 seconds', async () => {
  const code = await signUp();
  await advance(world, 30_000);
  expect((await exchange({ code })).body.error).toMatchObject({ code: 100, error_subcode: 36007 });
});

test('redirect_uri has to be the one of the dialog, and none for a code of the SDK', async () => {
  const redirectUri = 'https://desk.example.com/done';
  const ofSdk = await signUp();
  expect((await exchange({ code: ofSdk, redirect_uri: redirectUri })).body.error.error_subcode).toBe(36008);
  expect((await exchange({ code: ofSdk, redirect_uri: '' })).status).toBe(200);
  const ofDialog = await signUp({ redirectUri });
  expect((await exchange({ code: ofDialog })).body.error.error_subcode).toBe(36008);
  expect((await exchange({ code: ofDialog, redirect_uri: redirectUri })).status).toBe(200);
});

test('a wrong secret, a missing or unknown code and an unknown app are refused', async () => {
  const code = await signUp();
  const codes = [
    (await exchange({ code, client_secret: 'wrong' })).body.error.code,
    (await exchange({})).body.error.code,
    (await exchange({ code: 'AQBnothing' })).body.error.code,
    (await exchange({ code, client_id: '1' })).body.error.code,
    (await exchange({ code, grant_type: 'password' })).body.error.code,
  ];
  expect(codes).toEqual([1, 100, 100, 101, 100]);
  expect((await exchange({ code })).status).toBe(200);
});

test('with an expiring configuration the token says how long it lives, and ends then', async () => {
  const lifeMs = 60 * 24 * 60 * 60 * 1000;
  await world.simulator.control.setSettings({ onboarding: { businessTokenLifeMs: lifeMs } });
  const { body } = await exchange({ code: await signUp() });
  expect(body.expires_in).toBe(lifeMs / 1000);
  expect((await debug(body.access_token)).expires_at).toBeGreaterThan(0);
  await advance(world, lifeMs);
  expect(await debug(body.access_token)).toMatchObject({
    is_valid: false,
    error: { code: 190, subcode: 463 },
  });
  const { status, body: refused } = await world.graph('GET', '/app', undefined, body.access_token);
  expect([status, refused.error.code]).toEqual([401, 190]);
});

test("a person's token lives for 60 days and is renewed by an exchange", async () => {
  await world.simulator.control.mergeWorld({
    apps: [{ id: world.appId, accessToken: 'EAAperson', tokenKind: 'USER' }],
  });
  expect(await debug('EAAperson')).toMatchObject({ type: 'USER' });
  const { body } = await exchange({ grant_type: 'fb_exchange_token', fb_exchange_token: 'EAAperson' });
  expect(body).toMatchObject({ expires_in: 5_184_000, token_type: 'bearer' });
  expect(await debug(body.access_token)).toMatchObject({ type: 'USER', is_valid: true });
});

test('debug_token describes tokens that are no good as data', async () => {
  const other = (await world.simulator.control.mergeWorld({ apps: [{ name: 'Other' }] })).apps.at(-1);
  const error = async (token: string) => (await debug(token)).error.code;
  expect(await debug(`${world.appId}|${appSecret}`)).toMatchObject({ type: 'APP', is_valid: true });
  expect(await error(String(other?.accessToken))).toBe(100);
  expect(await error('EAAnothing')).toBe(190);
});
