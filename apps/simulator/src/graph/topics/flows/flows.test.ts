import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleEndpointFlow, sampleFlow } from '../../../testing/sample-flow.ts';
import { type FlowEndpoint, startFlowEndpoint } from '../../../testing/start-flow-endpoint.ts';
import { appSecret, startTestWorld, type TestWorld } from '../../../testing/start-test-world.ts';

let world: TestWorld;
let endpoint: FlowEndpoint;
beforeAll(async () => {
  world = await startTestWorld({ app: { fields: ['messages', 'flows'] } });
  endpoint = await startFlowEndpoint({ secret: appSecret, answer: () => ({ data: { status: 'active' } }) });
});
afterAll(async () => {
  await endpoint.stop();
  await world.stop();
});

let names = 0;
const create = async (more: object = {}) => {
  names += 1;
  const input = { name: `survey_${names}`, categories: ['SURVEY'], ...more };
  return (await world.graph('POST', `/v25.0/${world.wabaId}/flows`, input)).body;
};
const statusOf = async (id: string) => (await world.graph('GET', `/${id}?fields=status`)).body;

describe('a flow', () => {
  test('is created, listed, read with its fields, and published', async () => {
    const created = await create({ flow_json: JSON.stringify(sampleFlow) });
    expect(created).toEqual({ id: expect.any(String), success: true, validation_errors: [] });
    const { body: list } = await world.graph('GET', `/${world.wabaId}/flows`);
    expect(list.data[0]).toMatchObject({ id: created.id, status: 'DRAFT', categories: ['SURVEY'] });
    const fields =
      'id,name,status,categories,validation_errors,json_version,data_api_version,endpoint_uri,preview.invalidate(false),whatsapp_business_account,application,health_status';
    expect((await world.graph('GET', `/${created.id}?fields=${fields}`)).body).toMatchObject({
      json_version: '7.3',
      preview: { preview_url: expect.stringContaining(`/wa/manage/flows/${created.id}/preview/?token=`) },
      whatsapp_business_account: { id: world.wabaId, name: 'Riverside Studio', currency: 'USD' },
      application: { id: world.appId },
    });
    expect((await world.graph('POST', `/${created.id}/publish`)).body).toEqual({ success: true });
    expect(await statusOf(created.id)).toMatchObject({ status: 'PUBLISHED' });
    await world.simulator.control.settle();
    const told = world.receiver.received.map(({ body }) => JSON.parse(body).entry[0].changes[0]);
    expect(told.find(({ value }) => value.flow_id === created.id)).toMatchObject({
      field: 'flows',
      value: { event: 'FLOW_STATUS_CHANGE', old_status: 'DRAFT', new_status: 'PUBLISHED' },
    });
  });

  test('can be published on creation, and takes a name once', async () => {
    const created = await create({ flow_json: JSON.stringify(sampleFlow), publish: true, name: 'once' });
    expect(await statusOf(created.id)).toMatchObject({ status: 'PUBLISHED' });
    expect((await create({ name: 'once' })).error).toMatchObject({
      code: 100,
      error_user_title: 'Flow Name Is Not Unique',
    });
  });

  test('published, it cannot be changed (139001), deleted (139004) or published again (139002), but deprecated', async () => {
    const { id } = await create({ flow_json: JSON.stringify(sampleFlow), publish: true });
    expect((await world.graph('POST', `/${id}`, { name: 'new' })).body.error.code).toBe(139001);
    expect((await world.graph('DELETE', `/${id}`)).body.error.code).toBe(139004);
    expect((await world.graph('POST', `/${id}/publish`)).body.error.code).toBe(139002);
    const moved = await world.graph('POST', `/${id}`, { endpoint_uri: 'https://flows.example.com/data' });
    expect(moved.body).toEqual({ success: true });
    expect((await world.graph('POST', `/${id}/deprecate`)).body).toEqual({ success: true });
    expect((await world.graph('POST', `/${id}/deprecate`)).body.error.code).toBe(139003);
  });

  test('as a draft it can be changed and deleted', async () => {
    const { id } = await create();
    await world.graph('POST', `/${id}`, { name: 'renamed', categories: ['OTHER'] });
    expect((await world.graph('GET', `/${id}`)).body).toMatchObject({
      name: 'renamed',
      categories: ['OTHER'],
    });
    expect((await world.graph('DELETE', `/${id}`)).body).toEqual({ success: true });
    expect((await world.graph('GET', `/${id}`)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
  });

  test.each([
    [{ categories: ['POTTERY'] }, 'Param categories[0] must be one of {SIGN_UP'],
    [{ categories: [] }, 'Param categories must be at least 1 elements long.'],
    [{ clone_flow_id: '1' }, 'Param clone_flow_id must be the ID of a flow of this account.'],
    [{ endpoint_uri: 'flows' }, 'Param endpoint_uri must be a valid URI.'],
  ])('%j is refused with 100', async (input, message) => {
    const { error } = await create(input);
    expect([error.code, error.message]).toEqual([100, expect.stringContaining(message)]);
  });
});

describe('assets', () => {
  const upload = (id: string, json: string) => {
    const form = new FormData();
    form.set('name', 'flow.json');
    form.set('asset_type', 'FLOW_JSON');
    form.set('file', new Blob([json], { type: 'application/json' }), 'flow.json');
    return world.graph('POST', `/${id}/assets`, form);
  };

  test('a JSON with faults is kept and described; it cannot be published', async () => {
    const { id } = await create();
    const broken = JSON.stringify(sampleFlow, undefined, 2).replace('"name": "DONE"', '"name": "NOWHERE"');
    const { body } = await upload(id, broken);
    expect(body).toMatchObject({
      success: true,
      validation_errors: [
        {
          error: 'INVALID_PROPERTY_VALUE',
          error_type: 'FLOW_JSON_ERROR',
          message: 'Unknown screen "NOWHERE".',
          line_start: 17,
          pointers: [{ path: 'screens[0].layout.children[1].on-click-action' }],
        },
      ],
    });
    expect((await world.graph('POST', `/${id}/publish`)).body.error.code).toBe(139002);
    await upload(id, JSON.stringify(sampleFlow));
    expect((await world.graph('POST', `/${id}/publish`)).body).toEqual({ success: true });
    expect((await upload(id, '{}')).body.error.code).toBe(139001);
  });

  test('what was uploaded can be downloaded', async () => {
    const { id } = await create({ flow_json: JSON.stringify(sampleFlow) });
    const { body } = await world.graph('GET', `/${id}/assets`);
    expect(body.data[0]).toMatchObject({ name: 'flow.json', asset_type: 'FLOW_JSON' });
    const url = Object(body.data[0]).download_url;
    expect(await (await fetch(url)).json()).toEqual(sampleFlow);
    expect((await fetch(url.replace(/token=.*/, 'token=x'))).status).toBe(404);
  });
});

test('a flow with an endpoint needs a public key and an answer to the health check', async () => {
  const { id } = await create({ flow_json: JSON.stringify(sampleEndpointFlow), endpoint_uri: endpoint.url });
  expect((await world.graph('POST', `/${id}/publish`)).body.error).toMatchObject({
    code: 139002,
    error_user_msg: 'No phone number of the account has a signed public key.',
  });
  await world.graph('POST', `/${world.phoneNumberId}/whatsapp_business_encryption`, {
    business_public_key: endpoint.publicKey,
  });
  endpoint.nextStatuses.push(500);
  expect((await world.graph('POST', `/${id}/publish`)).body.error).toMatchObject({
    code: 139002,
    error_user_msg: 'The endpoint did not answer the health check: http_status.',
  });
  expect((await world.graph('POST', `/${id}/publish`)).body).toEqual({ success: true });
  expect(endpoint.requests.at(-1)).toEqual({ version: '3.0', action: 'ping' });
});

test('Meta throttles and blocks a flow, which is told and shown in its health', async () => {
  const { id } = await create({ flow_json: JSON.stringify(sampleFlow), publish: true });
  const ability = async () =>
    Object((await world.graph('GET', `/${id}?fields=status,health_status`)).body).health_status
      .can_send_message;
  await world.simulator.control.decide({ decision: 'flow-status', flowId: id, status: 'THROTTLED' });
  expect(await ability()).toBe('LIMITED');
  await world.simulator.control.decide({ decision: 'flow-status', flowId: id, status: 'BLOCKED' });
  expect(await ability()).toBe('BLOCKED');
  await world.simulator.control.settle();
  expect(world.receiver.received.some(({ body }) => body.includes('"new_status":"BLOCKED"'))).toBe(true);
});

test('flows move to another WABA as drafts, each by itself', async () => {
  await create({ name: 'moving', flow_json: JSON.stringify(sampleFlow), publish: true });
  await world.simulator.control.mergeWorld({ wabas: [{ id: '900000000000055' }] });
  const { body } = await world.graph('POST', '/900000000000055/migrate_flows', {
    source_waba_id: world.wabaId,
    source_flow_names: ['moving', 'missing'],
  });
  expect(body).toMatchObject({
    migrated_flows: [{ source_name: 'moving', migrated_id: expect.any(String) }],
    failed_flows: [{ source_name: 'missing', error_code: '100' }],
  });
  const { body: moved } = await world.graph('GET', '/900000000000055/flows');
  expect(moved.data).toMatchObject([{ name: 'moving', status: 'DRAFT' }]);
});
