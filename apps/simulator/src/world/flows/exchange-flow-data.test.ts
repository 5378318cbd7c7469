import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { portOf } from '../../testing/port-of.ts';
import { type FlowEndpoint, startFlowEndpoint } from '../../testing/start-flow-endpoint.ts';
import type { App } from '../entities.ts';
import { settingsOf } from '../numbers/settings-of.ts';
import { applyRecord, type WorldRecord } from '../records/registry.ts';
import { defaultSettings } from '../settings.ts';
import { createWorldClock } from '../time/clock.ts';
import { createRandom } from '../time/random.ts';
import { createWorld } from '../world.ts';
import { exchangeFlowData } from './exchange-flow-data.ts';
import type { Flow } from './flow.ts';

const secret = 'secret of the app';
const app: App = {
  id: '1',
  name: 'Desk',
  secret,
  fields: [],
  webhookVersion: 'v25.0',
  requireAppSecretProof: false,
};

let endpoint: FlowEndpoint;
let flow: Flow;
const world = createWorld();
const records: WorldRecord[] = [];
const simulation = {
  world,
  random: createRandom(7),
  clock: createWorldClock(),
  commit: (record: WorldRecord) => {
    records.push(record);
    applyRecord(world, record);
  },
};
beforeAll(async () => {
  endpoint = await startFlowEndpoint({
    secret,
    answer: ({ action, data }) => {
      if (action === 'ping') return { data: { status: 'active' } };
      if (action === 'INIT') return { screen: 'PICK', data: { slots: ['09:00'] } };
      const params = { flow_token: 'ft', chosen: data };
      return { screen: 'SUCCESS', data: { extension_message_response: { params } } };
    },
  });
  world.apps.set(app.id, app);
  world.numberSettings.set('5', {
    ...settingsOf(world, '5'),
    encryptionKey: { pem: endpoint.publicKey, signature: 'VALID' },
  });
  flow = {
    id: '9',
    wabaId: '2',
    name: 'f',
    categories: [],
    status: 'PUBLISHED',
    validationErrors: [],
    endpointUri: endpoint.url,
    applicationId: app.id,
    previewToken: '',
    previewExpiresAt: 0,
    createdAt: 0,
    updatedAt: 0,
  };
});
afterAll(() => endpoint.stop());

const ask = (action: 'INIT' | 'data_exchange' | 'ping', changed: Partial<Flow> = {}) =>
  exchangeFlowData(simulation, { ...flow, ...changed }, '5', {
    action,
    flowToken: 'ft',
    data: { slot: '09:00' },
  });

test('the endpoint reads what it is sent, and its answer is read: next screen, end, health', async () => {
  expect(await ask('INIT')).toEqual({ outcome: 'screen', screen: 'PICK', data: { slots: ['09:00'] } });
  expect(endpoint.requests.at(-1)).toEqual({
    version: '3.0',
    action: 'INIT',
    flow_token: 'ft',
    data: { slot: '09:00' },
  });
  expect(await ask('data_exchange')).toEqual({
    outcome: 'finished',
    params: { flow_token: 'ft', chosen: { slot: '09:00' } },
  });
  expect(await ask('ping')).toEqual({ outcome: 'active' });
});

test('421 is tried once more with the key read anew, and only once', async () => {
  endpoint.nextStatuses.push(421);
  expect(await ask('INIT')).toMatchObject({ outcome: 'screen' });
  endpoint.nextStatuses.push(421, 421);
  expect(await ask('INIT')).toEqual({ outcome: 'failed', reason: 'not_decrypted', httpStatus: 421 });
});

test("427 ends the flow with the business's words", async () => {
  endpoint.nextStatuses.push(427);
  expect(await ask('INIT')).toEqual({ outcome: 'expired', message: 'This order is closed' });
});

test('432 is a refused signature', async () => {
  world.apps.set('2', { ...app, id: '2', secret: 'another' });
  expect(await ask('INIT', { applicationId: '2' })).toMatchObject({ outcome: 'failed', reason: 'signature' });
});

test.each([
  ['no_endpoint', { endpointUri: undefined }],
  ['unreachable', { endpointUri: 'http://127.0.0.1:9/' }],
])('%s', async (reason, changed) => {
  expect(await ask('INIT', changed)).toMatchObject({ outcome: 'failed', reason });
});

test('an endpoint that thinks too long', async () => {
  const server = createServer(() => {}).listen(0, '127.0.0.1');
  await once(server, 'listening');
  world.settings = { ...defaultSettings, graph: { ...defaultSettings.graph, flowTimeoutMs: 30 } };
  const answer = await ask('INIT', { endpointUri: `http://127.0.0.1:${portOf(server)}/` });
  expect(answer).toEqual({ outcome: 'failed', reason: 'timeout' });
  world.settings = defaultSettings;
  server.closeAllConnections();
  server.close();
});

test('an error of the endpoint, and an answer that is none', async () => {
  endpoint.nextStatuses.push(500);
  expect(await ask('INIT')).toEqual({ outcome: 'failed', reason: 'http_status', httpStatus: 500 });
  const other = await startFlowEndpoint({ secret, answer: () => ({ hello: 'world' }) });
  world.numberSettings.set('6', {
    ...settingsOf(world, '6'),
    encryptionKey: { pem: other.publicKey, signature: 'VALID' },
  });
  const answer = await exchangeFlowData(simulation, { ...flow, endpointUri: other.url }, '6', {
    action: 'INIT',
  });
  expect(answer).toMatchObject({ outcome: 'failed', reason: 'bad_answer' });
  await other.stop();
});

test('too many errors are told, throttle the flow, and are over once it answers again', async () => {
  world.settings = {
    ...defaultSettings,
    graph: { ...defaultSettings.graph, flowHealthMinimum: 4, flowErrorShare: 0.5, flowThrottleShare: 0.5 },
  };
  const watched = { ...flow, id: 'watched' };
  world.flows.set(watched.id, watched);
  const told = () =>
    records
      .flatMap((record) => (record.kind === 'field' ? [record.update.value] : []))
      .filter((value) => value.flow_id === watched.id);
  endpoint.nextStatuses.push(500, 500);
  for (let asked = 0; asked < 4; asked += 1) await ask('INIT', { id: watched.id });
  expect(told()).toMatchObject([
    {
      event: 'ENDPOINT_ERROR_RATE',
      alert_state: 'ACTIVATED',
      error_rate: 50,
      requests_count: 4,
      errors: [{ error_type: 'UNEXPECTED_HTTP_STATUS_CODE', error_count: 2 }],
    },
    { event: 'FLOW_STATUS_CHANGE', new_status: 'THROTTLED' },
  ]);
  await ask('INIT', { id: watched.id });
  expect(told().slice(2)).toMatchObject([
    { event: 'ENDPOINT_ERROR_RATE', alert_state: 'DEACTIVATED' },
    { event: 'FLOW_STATUS_CHANGE', new_status: 'PUBLISHED' },
  ]);
  world.settings = defaultSettings;
});
