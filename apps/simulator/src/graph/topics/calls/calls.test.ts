import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { customer, startTestWorld, type TestWorld } from '../../../testing/start-test-world.ts';

const whatsapp = { messaging_product: 'whatsapp' } as const;
const done = { ...whatsapp, success: true };
const offer = { sdp_type: 'offer', sdp: 'v=0 offer' };
const answer = { sdp_type: 'answer', sdp: 'v=0 answer' };

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld({ app: { fields: ['messages', 'calls'] } });
  await world.graph('POST', `/${world.phoneNumberId}/settings`, { calling: { status: 'ENABLED' } });
});
afterAll(() => world.stop());
beforeEach(() => world.simulator.control.moveClock({ advanceMs: 8 * 24 * 60 * 60 * 1000 }));

const calls = (action: string, more: object = {}) =>
  world.graph('POST', `/v25.0/${world.phoneNumberId}/calls`, { ...whatsapp, action, ...more });
const phone = (action: string, body: object) =>
  world.phone('POST', `/phones/${customer.waId}/${action}`, body);
const permission = async () =>
  (await world.graph('GET', `/${world.phoneNumberId}/call_permissions?user_wa_id=${customer.waId}`)).body;

const bodySchema = z.object({
  entry: z.array(z.object({ changes: z.array(z.object({ field: z.string(), value: z.looseObject({}) })) })),
});
const eventSchema = z.object({
  calls: z.array(z.looseObject({ id: z.string() })).default([]),
  statuses: z.array(z.looseObject({ id: z.string() })).default([]),
});

/** What was told of one call, in order. */
const toldOf = async (callId: string) => {
  await world.simulator.control.settle();
  return world.receiver.received
    .flatMap(({ body }) => bodySchema.parse(JSON.parse(body)).entry.flatMap(({ changes }) => changes))
    .filter(({ field }) => field === 'calls')
    .flatMap(({ value }) => {
      const { calls: own, statuses } = eventSchema.parse(value);
      return [...own, ...statuses];
    })
    .filter(({ id }) => id === callId);
};

const askAndGrant = async (more: object = {}) => {
  await world.openWindow();
  const { body } = await world.graph('POST', `/${world.phoneNumberId}/messages`, {
    ...whatsapp,
    to: customer.waId,
    type: 'interactive',
    interactive: {
      type: 'call_permission_request',
      body: { text: 'May we call you?' },
      action: { name: 'call_permission_request' },
    },
  });
  await world.simulator.control.settle();
  await phone('messages', {
    phoneNumberId: world.phoneNumberId,
    type: 'call_permission_reply',
    call_permission_reply: { messageId: body.messages[0].id, response: 'accept', ...more },
  });
};

describe('a call of a person', () => {
  const callBusiness = async () =>
    Object((await phone('call', { phoneNumberId: world.phoneNumberId, deeplinkPayload: 'store' })).body)
      .callId;

  test('is told with its offer, accepted with one session, and ended with its duration', async () => {
    const callId = await callBusiness();
    expect(callId).toMatch(/^wacid\./);
    expect(await toldOf(callId)).toMatchObject([
      {
        event: 'connect',
        direction: 'USER_INITIATED',
        from: customer.waId,
        to: '81355500100',
        deeplink_payload: 'store',
        session: { sdp_type: 'offer' },
      },
    ]);
    expect((await calls('pre_accept', { call_id: callId, session: answer })).body).toEqual(done);
    const other = await calls('accept', { call_id: callId, session: { ...answer, sdp: 'v=0 other' } });
    expect(other.body.error.message).toContain("session['sdp'] must be the same as in pre_accept.");
    expect((await calls('accept', { call_id: callId, session: answer })).body).toEqual(done);
    await world.simulator.control.moveClock({ advanceMs: 30_000 });
    await phone('hang-up', { callId });
    const [, end] = await toldOf(callId);
    expect(end).toMatchObject({ event: 'terminate', status: 'COMPLETED', start_time: expect.any(String) });
    expect(Number(end?.duration)).toBeGreaterThanOrEqual(30);
    expect((await calls('terminate', { call_id: callId })).body.error.code).toBe(100);
  });

  test('opens the window, answered or not', async () => {
    const callId = await callBusiness();
    expect((await calls('reject', { call_id: callId })).body).toEqual(done);
    const { body } = await world.sendText('Sorry, we are closed');
    await world.simulator.control.settle();
    const statuses = world.receiver.statuses().filter(({ id }) => id === body.messages[0].id);
    expect(statuses.map(({ status }) => status)).toEqual(['sent', 'delivered']);
  });

  test('counts as missed when it rings too long', async () => {
    const callId = await callBusiness();
    await world.simulator.control.moveClock({ advanceMs: 61_000 });
    const [, end] = await toldOf(callId);
    expect(end).toMatchObject({ event: 'terminate', status: 'FAILED' });
    expect(end).not.toHaveProperty('start_time');
  });
});

describe('a call of the business', () => {
  const connect = (more: object = {}) =>
    calls('connect', { to: `+${customer.waId}`, session: offer, ...more });

  test('needs permission (138006), which a person gives for seven days', async () => {
    expect((await connect()).body.error.code).toBe(138006);
    await askAndGrant();
    expect(await permission()).toMatchObject({
      permission: { status: 'temporary', expiration_time: expect.any(Number) },
      actions: [
        {
          action_name: 'send_call_permission_request',
          can_perform_action: false,
          limits: [{ time_period: 'PT24H', max_allowed: 1, current_usage: 1 }, { time_period: 'P7D' }],
        },
        { action_name: 'start_call', can_perform_action: true },
      ],
    });
    await world.simulator.control.moveClock({ advanceMs: 7 * 24 * 60 * 60 * 1000 });
    expect((await connect()).body.error.code).toBe(138006);
  });

  test('rings, is answered and ended', async () => {
    await askAndGrant();
    const { body } = await connect({ biz_opaque_callback_data: 'callback-17' });
    const callId = Object(body).calls[0].id;
    expect((await connect()).body.error.code).toBe(138003);
    await phone('answer-call', { callId });
    expect((await calls('terminate', { call_id: callId })).body).toEqual(done);
    expect(await toldOf(callId)).toMatchObject([
      { event: 'connect', direction: 'BUSINESS_INITIATED', session: { sdp_type: 'answer' } },
      {
        type: 'call',
        status: 'RINGING',
        recipient_id: customer.waId,
        biz_opaque_callback_data: 'callback-17',
      },
      { type: 'call', status: 'ACCEPTED' },
      { event: 'terminate', status: 'COMPLETED' },
    ]);
    expect(await permission()).toMatchObject({ actions: [{ can_perform_action: true }, {}] });
  });

  test('four in a row that nobody takes end the permission', async () => {
    await askAndGrant();
    for (let attempt = 0; attempt < 4; attempt += 1) {
      const { body } = await connect();
      await phone('reject-call', { callId: Object(body).calls[0].id });
    }
    expect(await permission()).toMatchObject({ permission: { status: 'no_permission' } });
  });

  test('has a daily limit (138012) and asks for no permission that is permanent (138017)', async () => {
    await askAndGrant({ permanent: true });
    expect(await permission()).toMatchObject({ permission: { status: 'permanent' } });
    await world.simulator.control.setSettings({ graph: { connectedCallsPerDay: 1 } });
    const { body } = await connect();
    await phone('answer-call', { callId: Object(body).calls[0].id });
    await phone('hang-up', { callId: Object(body).calls[0].id });
    expect((await connect()).body.error.code).toBe(138012);
    const again = await world.graph('POST', `/${world.phoneNumberId}/messages`, {
      ...whatsapp,
      to: customer.waId,
      type: 'interactive',
      interactive: {
        type: 'call_permission_request',
        body: { text: 'May we call you?' },
        action: { name: 'call_permission_request' },
      },
    });
    expect(again.body.error.code).toBe(138017);
  });
});

test('calling must be switched on (138000), and some countries may not call (138013)', async () => {
  await world.simulator.control.mergeWorld({
    wabas: [
      {
        id: world.wabaId,
        phoneNumbers: [{ id: '700000000000004', displayPhoneNumber: '+1 202-555-0143' }],
      },
    ],
  });
  const input = { ...whatsapp, action: 'connect', to: customer.waId, session: offer };
  const off = await world.graph('POST', '/700000000000004/calls', input);
  expect([off.status, off.body.error.code]).toEqual([401, 138000]);
  await world.graph('POST', '/700000000000004/settings', { calling: { status: 'ENABLED' } });
  expect((await world.graph('POST', '/700000000000004/calls', input)).body.error.code).toBe(138013);
});

test.each([
  [{}, 'The parameter action is required.'],
  [{ action: 'dance' }, 'Param action must be one of {connect'],
  [{ action: 'connect', to: '1' }, 'The parameter session is required.'],
  [{ action: 'connect', session: offer }, 'The parameter to is required.'],
  [{ action: 'accept', call_id: 'wacid.x', session: answer }, 'Param call_id is not a valid call ID.'],
])('%j is refused with 100', async (input, message) => {
  const { body } = await world.graph('POST', `/${world.phoneNumberId}/calls`, { ...whatsapp, ...input });
  expect(body.error.message).toContain(message);
});

test('permissions may be looked up five times a second (613)', async () => {
  const looks = await Promise.all(Array.from({ length: 6 }, permission));
  expect(looks.filter(({ error }) => error?.code === 613).length).toBeGreaterThanOrEqual(1);
});
