import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  accessToken,
  appSecret,
  startTestWorld,
  type TestWorld,
  verifyToken,
} from '../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
});
afterAll(() => world.stop());

const proofOf = (token: string) => createHmac('sha256', appSecret).update(token).digest('hex');

describe('authentication', () => {
  test('a missing token is 190 with HTTP 401', async () => {
    const answer = await world.graph('GET', `/v25.0/${world.phoneNumberId}`, undefined, null);
    expect([answer.status, answer.body.error.code]).toEqual([401, 190]);
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
  });

  test('an unknown token is 190 with HTTP 401', async () => {
    const answer = await world.graph('GET', `/v25.0/${world.phoneNumberId}`, undefined, 'EAAnope');
    expect([answer.status, answer.body.error.code]).toEqual([401, 190]);
  });

  test('an expired token is 190/463, for sends too', async () => {
    const expiring = await startTestWorld();
    await expiring.simulator.control.expireTokens();
    const answer = await expiring.sendText('hi');
    await expiring.stop();
    expect(answer.status).toBe(401);
    expect(answer.body.error).toMatchObject({ code: 190, error_subcode: 463, type: 'OAuthException' });
  });

  test('the token may come as a parameter', async () => {
    const path = `/${world.phoneNumberId}?access_token=${accessToken}`;
    expect((await world.graph('GET', path, undefined, null)).status).toBe(200);
  });

  test('appsecret_proof is checked whenever it is given', async () => {
    const path = `/v25.0/${world.phoneNumberId}?appsecret_proof=`;
    expect((await world.graph('GET', path + proofOf(accessToken))).status).toBe(200);
    const wrong = await world.graph('GET', path + proofOf('another token'));
    expect([wrong.status, wrong.body.error.code]).toEqual([400, 100]);
    expect(wrong.body.error.message).toContain('appsecret_proof');
  });

  test('a token without the permission is 10 with HTTP 403', async () => {
    await world.simulator.control.mergeWorld({
      apps: [{ id: world.appId, accessToken: 'EAAmanagement', scopes: ['whatsapp_business_management'] }],
    });
    const body = { messaging_product: 'whatsapp', to: '819012345678', text: { body: 'hi' } };
    const answer = await world.graph('POST', `/${world.phoneNumberId}/messages`, body, 'EAAmanagement');
    expect([answer.status, answer.body.error.code]).toEqual([403, 10]);
  });

  test("a token of another WABA cannot tell our number from one that isn't there", async () => {
    await world.simulator.control.mergeWorld({
      wabas: [{ id: '900000000000001' }],
      apps: [{ id: world.appId, accessToken: 'EAAforeign', wabaIds: ['900000000000001'] }],
    });
    const foreign = await world.graph('GET', `/v25.0/${world.phoneNumberId}`, undefined, 'EAAforeign');
    const missing = await world.graph('GET', '/v25.0/123123123123', undefined, 'EAAforeign');
    expect(foreign.body.error).toMatchObject({ code: 100, error_subcode: 33, type: 'GraphMethodException' });
    const { fbtrace_id: _one, message: first, ...rest } = foreign.body.error;
    const { fbtrace_id: _two, message: second, ...same } = missing.body.error;
    expect(rest).toEqual(same);
    expect(first.replace(world.phoneNumberId, '123123123123')).toBe(second);
  });
});

describe('nodes and edges', () => {
  test.each(['v25.0', 'v21.0', 'v99.0'])('any version is taken and echoed: %s', async (version) => {
    const answer = await world.graph('GET', `/${version}/${world.phoneNumberId}`);
    expect(answer.headers.get('facebook-api-version')).toBe(version);
    expect(answer.headers.get('x-app-usage')).toContain('call_count');
    expect(answer.headers.get('x-fb-trace-id')).toBeTruthy();
    expect(answer.body).toMatchObject({ id: world.phoneNumberId, verified_name: 'Riverside Studio' });
  });

  test('a path without a version works', async () => {
    expect((await world.graph('GET', `/${world.phoneNumberId}`)).status).toBe(200);
  });

  test('an unknown node is 100/33 with HTTP 400', async () => {
    const answer = await world.graph('GET', '/v25.0/123456789');
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code: 100, error_subcode: 33, type: 'GraphMethodException' });
  });

  test('an unknown edge and an unknown field are 100', async () => {
    const edge = await world.graph('GET', `/v25.0/${world.phoneNumberId}/nothing`);
    const field = await world.graph('GET', `/v25.0/${world.phoneNumberId}?fields=nothing`);
    for (const { status, body } of [edge, field]) {
      expect([status, body.error.code]).toEqual([400, 100]);
      expect(body.error.message).toContain('nonexisting field (nothing)');
    }
  });

  test('fields are selected, with the id always there', async () => {
    const answer = await world.graph(
      'GET',
      `/v25.0/${world.phoneNumberId}?fields=display_phone_number,throughput{level},health_status`,
    );
    expect(Object.keys(answer.body).sort()).toEqual([
      'display_phone_number',
      'health_status',
      'id',
      'throughput',
    ]);
    expect(answer.body).toMatchObject({ health_status: { can_send_message: 'AVAILABLE' } });
  });

  test('a WABA lists its numbers', async () => {
    const waba = await world.graph('GET', `/v25.0/${world.wabaId}`);
    expect(waba.body).toMatchObject({ id: world.wabaId, name: 'Riverside Studio' });
    const numbers = await world.graph('GET', `/v25.0/${world.wabaId}/phone_numbers`);
    expect(numbers.body.data[0]).toMatchObject({ id: world.phoneNumberId, quality_rating: 'GREEN' });
    expect(numbers.body.paging?.cursors).toMatchObject({ before: expect.any(String) });
  });

  test('templates come in pages that can be walked to the end', async () => {
    const names: string[] = [];
    let path: string | undefined = `/v25.0/${world.wabaId}/message_templates?limit=4`;
    while (path !== undefined) {
      const { body } = await world.graph('GET', path);
      names.push(...body.data.map((template) => `${template.name}/${template.language}`));
      const next: string | undefined = body.paging?.next;
      path = next?.replace(world.simulator.url, '');
    }
    expect(names).toContain('order_update/ja');
    expect(new Set(names).size).toBe(names.length);
    const all = await world.graph('GET', `/v25.0/${world.wabaId}/message_templates?limit=100`);
    expect(names).toHaveLength(all.body.data.length);
  });

  test('templates are filtered by name and language', async () => {
    const { body } = await world.graph(
      'GET',
      `/v25.0/${world.wabaId}/message_templates?name=order_update&language=ja`,
    );
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({ status: 'APPROVED', category: 'UTILITY' });
  });

  test('the app is found by its token, by /app, and only by itself', async () => {
    const appToken = `${world.appId}|${appSecret}`;
    const own = await world.graph('GET', `/v25.0/${world.appId}`, undefined, appToken);
    expect(own.body.id).toBe(world.appId);
    expect((await world.graph('GET', '/app')).body.id).toBe(world.appId);
    const wrong = await world.graph('GET', `/v25.0/${world.appId}`, undefined, `${world.appId}|wrong`);
    expect([wrong.status, wrong.body.error.code]).toEqual([401, 190]);
  });

  test('debug_token tells what a token may do', async () => {
    const { body } = await world.graph('GET', `/debug_token?input_token=${accessToken}`);
    expect(body.data).toMatchObject({
      app_id: world.appId,
      is_valid: true,
      expires_at: 0,
      scopes: expect.arrayContaining(['whatsapp_business_messaging']),
    });
    const unknown = await world.graph('GET', '/debug_token?input_token=EAAnothing');
    expect(unknown.body.data).toMatchObject({ is_valid: false });
  });

  test('client credentials buy an app token', async () => {
    const path = `/oauth/access_token?grant_type=client_credentials&client_id=${world.appId}&client_secret=`;
    const { body } = await world.graph('GET', path + appSecret, undefined, null);
    expect(body).toEqual({ access_token: `${world.appId}|${appSecret}`, token_type: 'bearer' });
    expect((await world.graph('GET', `${path}wrong`, undefined, null)).status).toBe(400);
  });

  test('a broken body is 100, never a crash', async () => {
    const response = await fetch(`${world.simulator.url}/v25.0/${world.phoneNumberId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
      body: '{"messaging_product":',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 100 } });
  });
});

describe('webhook subscriptions', () => {
  const appToken = () => `${world.appId}|${appSecret}`;

  test('an app callback is verified by the handshake before it is taken', async () => {
    const path = `/v25.0/${world.appId}/subscriptions`;
    const subscription = {
      object: 'whatsapp_business_account',
      callback_url: world.receiver.url,
      fields: 'messages,message_template_status_update',
    };
    const refused = await world.graph('POST', path, { ...subscription, verify_token: 'wrong' }, appToken());
    expect([refused.status, refused.body.error.code]).toEqual([400, 2200]);
    const taken = await world.graph('POST', path, { ...subscription, verify_token: verifyToken }, appToken());
    expect(taken.body).toEqual({ success: true });
    const { body } = await world.graph('GET', path, undefined, appToken());
    expect(body.data[0]).toMatchObject({ callback_url: world.receiver.url, active: true });
  });

  test('an app cannot subscribe what is no webhook field', async () => {
    const subscription = {
      object: 'whatsapp_business_account',
      callback_url: world.receiver.url,
      verify_token: verifyToken,
      fields: 'messages,gossip',
    };
    const appToken = `${world.appId}|${appSecret}`;
    const { body } = await world.graph('POST', `/${world.appId}/subscriptions`, subscription, appToken);
    expect(body.error.message).toBe('(#100) Param fields must be webhook fields - got "gossip".');
  });

  test('a WABA override is verified, listed, and removed by posting without it', async () => {
    const path = `/v25.0/${world.wabaId}/subscribed_apps`;
    const override = { override_callback_uri: `${world.receiver.url}/override`, verify_token: verifyToken };
    const dead = { override_callback_uri: 'http://127.0.0.1:1/', verify_token: verifyToken };
    expect((await world.graph('POST', path, dead)).body.error.code).toBe(2200);
    expect((await world.graph('POST', path, override)).body).toEqual({ success: true });
    const { body } = await world.graph('GET', path);
    expect(body.data[0]).toMatchObject({
      whatsapp_business_api_data: { id: world.appId },
      override_callback_uri: override.override_callback_uri,
    });
    await world.graph('POST', path);
    expect((await world.graph('GET', path)).body.data[0]).not.toHaveProperty('override_callback_uri');
  });

  test('a number override wins, is shown, and ends with an empty string', async () => {
    const path = `/v25.0/${world.phoneNumberId}`;
    const set = (override_callback_uri: string) =>
      world.graph('POST', path, {
        webhook_configuration: { override_callback_uri, verify_token: verifyToken },
      });
    expect((await set(`${world.receiver.url}/number`)).body).toEqual({ success: true });
    const { body } = await world.graph('GET', `${path}?fields=webhook_configuration`);
    expect(body.webhook_configuration.phone_number).toBe(`${world.receiver.url}/number`);
    expect((await set('')).body).toEqual({ success: true });
    const after = await world.graph('GET', `${path}?fields=webhook_configuration`);
    expect(after.body.webhook_configuration).not.toHaveProperty('phone_number');
  });

  test('an unsubscribed app hears nothing', async () => {
    const path = `/v25.0/${world.wabaId}/subscribed_apps`;
    await world.graph('DELETE', path);
    const before = world.receiver.received.length;
    await world.openWindow();
    expect(world.receiver.received).toHaveLength(before);
    await world.graph('POST', path);
    await world.openWindow();
    expect(world.receiver.received.length).toBeGreaterThan(before);
  });
});
