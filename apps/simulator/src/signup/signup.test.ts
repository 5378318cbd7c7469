import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { valuesOf } from '../testing/send-template.ts';
import { startTestWorld, type TestWorld } from '../testing/start-test-world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = await startTestWorld({ app: { fields: ['messages', 'account_update'] } });
});
afterEach(() => world.stop());

const post = async (path: string, body: object) => {
  const answer = await world.phone('POST', `/signup/${path}`, body);
  return { status: answer.status, body: Object(answer.body) };
};
const codeFor = async (purpose: string) => {
  const { codes } = await world.simulator.control.listCodes();
  return codes.find((code) => code.purpose === purpose)?.code;
};

test('the screens lead from a new business to a code, with a number that was verified', async () => {
  const { body: account } = await post('accounts', {
    portfolio: { name: 'Hanamizuki' },
    waba: { name: 'Hanamizuki' },
  });
  const { body: number } = await post('numbers', {
    wabaId: account.wabaId,
    displayPhoneNumber: '+81 90-8888-0001',
    verifiedName: 'Hanamizuki',
    method: 'SMS',
  });
  const path = `numbers/${number.phoneNumberId}/verify`;
  expect((await post(path, { code: '000-000' })).status).toBe(409);
  expect((await post(path, { code: await codeFor('verify-number') })).status).toBe(200);
  const { body } = await post('finish', { appId: world.appId, ...account, ...number });
  expect(body).toEqual({
    code: expect.stringMatching(/^AQB/),
    event: {
      type: 'WA_EMBEDDED_SIGNUP',
      event: 'FINISH',
      data: expect.objectContaining({
        phone_number_id: number.phoneNumberId,
        waba_id: account.wabaId,
        business_id: expect.stringMatching(/^\d+$/),
      }),
    },
  });
});

test('a Business app is connected by the code it shows, and tells nothing of its number', async () => {
  const { body: app } = await post('business-apps', {
    displayPhoneNumber: '+81 90-8888-0002',
    name: 'Hanamizuki',
  });
  const link = `business-apps/${app.digits}/link`;
  const { body: shown } = await post(link, { sharesHistory: false });
  expect(shown.linkCode).toBe(await codeFor('connect-business-app'));
  const connection = { wabaId: world.wabaId, digits: app.digits };
  expect((await post('connections', { ...connection, code: '12345' })).status).toBe(409);
  const { body: number } = await post('connections', { ...connection, code: shown.linkCode });
  const { body } = await post('finish', { appId: world.appId, wabaId: world.wabaId, ...number });
  expect(body.event).toEqual({
    type: 'WA_EMBEDDED_SIGNUP',
    event: 'FINISH_WHATSAPP_BUSINESS_APP_ONBOARDING',
    data: { waba_id: world.wabaId },
  });
});

test('an account can be shared without a number, and the app hears that it is a partner now', async () => {
  const { event } = await world.simulator.control.signUp({ waba: { id: world.wabaId } });
  expect(event.event).toBe('FINISH_ONLY_WABA');
  await world.simulator.control.settle();
  expect(valuesOf(world, 'account_update')).toMatchObject([
    { event: 'PARTNER_ADDED', waba_info: { waba_id: world.wabaId } },
    { event: 'PARTNER_APP_INSTALLED', waba_info: { partner_app_id: world.appId } },
  ]);
});

test('a person may give up at any step', async () => {
  const answer = await world.simulator.control.signUp({ cancelAt: 'PHONE_NUMBER_VERIFICATION' });
  expect(answer).toEqual({
    event: {
      type: 'WA_EMBEDDED_SIGNUP',
      event: 'CANCEL',
      data: { current_step: 'PHONE_NUMBER_VERIFICATION' },
    },
  });
});

test('a whole sign-up by control brings a new number, ready to be registered', async () => {
  const { code, event } = await world.simulator.control.signUp({
    portfolio: { name: 'Hanamizuki' },
    waba: { name: 'Hanamizuki' },
    number: { displayPhoneNumber: '+81 90-8888-0003', verifiedName: 'Hanamizuki' },
  });
  expect(code).toMatch(/^AQB/);
  const id = String(event.data.phone_number_id);
  const register = { messaging_product: 'whatsapp', pin: '482913' };
  expect((await world.graph('POST', `/${id}/register`, register)).body).toEqual({ success: true });
});

/** What the SDK needs of a browser, with a window that can be closed and messages that can be made up. */
async function loadSdk() {
  const opened: string[] = [];
  const dialog = { closed: false };
  type Listener = (event: { origin: string; data: unknown }) => void;
  const listeners = new Set<Listener>();
  const origin = new URL(world.simulator.url).origin;
  const page = {
    document: { currentScript: { src: `${world.simulator.url}/en_US/sdk.js` } },
    window: {
      open(url: string) {
        opened.push(url);
        return dialog;
      },
      addEventListener: (_type: string, listener: Listener) => listeners.add(listener),
      removeEventListener: (_type: string, listener: Listener) => listeners.delete(listener),
      FB: undefined as unknown,
      dispatchEvent: (event: { origin: string; data: unknown }) => {
        for (const listener of listeners) listener(event);
      },
    },
    MessageEvent,
    URL,
    URLSearchParams,
    setInterval,
    clearInterval,
    setTimeout,
  };
  const script = await fetch(`${world.simulator.url}/en_US/sdk.js`);
  expect(script.headers.get('content-type')).toContain('javascript');
  runInNewContext(await script.text(), page);
  const { init, login } = Object(page.window.FB);
  init({ appId: world.appId, version: 'v25.0' });
  const answer = new Promise<unknown>((resolve) =>
    login(resolve, { config_id: '1', response_type: 'code', extras: { setup: {} } }),
  );
  const say = (data: unknown, from = origin) => {
    for (const listener of listeners) listener({ origin: from, data });
  };
  const heard: unknown[] = [];
  listeners.add(({ data }) => heard.push(data));
  return { opened, dialog, say, answer, heard };
}

test('the SDK opens the dialog and gives the callback its code, from the dialog only', async () => {
  const { opened, say, answer } = await loadSdk();
  const url = new URL(opened[0] ?? '');
  expect(url.pathname).toBe('/v25.0/dialog/oauth');
  expect(url.searchParams.get('app_id')).toBe(world.appId);
  say('cb=1&code=FORGED', 'https://evil.example.com');
  say('{"type":"WA_EMBEDDED_SIGNUP","event":"FINISH","data":{}}');
  say('cb=1&code=AQBtest');
  expect(await answer).toMatchObject({ status: 'connected', authResponse: { code: 'AQBtest' } });
});

test('a pop-up that is closed answers with nothing, and tells where the person left', async () => {
  const { dialog, answer, say, heard } = await loadSdk();
  say('step=PHONE_NUMBER_SETUP');
  dialog.closed = true;
  expect(await answer).toEqual({ status: 'unknown', authResponse: null });
  expect(JSON.parse(String(heard.at(-1)))).toEqual({
    type: 'WA_EMBEDDED_SIGNUP',
    event: 'CANCEL',
    data: { current_step: 'PHONE_NUMBER_SETUP' },
  });
});
