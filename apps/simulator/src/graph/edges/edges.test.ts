import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { png } from '../../testing/sample-files.ts';
import { accessToken, startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';
import { listNodes } from '../nodes.ts';

let world: TestWorld;
const catalogId = '700000000000001';
/** One node of each kind. */
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  world = await startTestWorld();
  await world.simulator.control.mergeWorld({
    wabas: [
      {
        id: world.wabaId,
        phoneNumbers: [{ id: world.phoneNumberId, isOfficial: true }],
        catalog: { id: catalogId, name: 'Mugs', products: [] },
      },
    ],
  });
  const form = new FormData();
  form.set('messaging_product', 'whatsapp');
  form.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'p.png');
  const { body: media } = await world.graph('POST', `/${world.phoneNumberId}/media`, form);
  const { body: flow } = await world.graph('POST', `/${world.wabaId}/flows`, {
    name: 'f',
    categories: ['OTHER'],
  });
  await world.graph('POST', `/${world.phoneNumberId}/groups`, {
    messaging_product: 'whatsapp',
    subject: 'Club',
  });
  const { body: groups } = await world.graph('GET', `/${world.phoneNumberId}/groups`);
  const { body: templates } = await world.graph('GET', `/${world.wabaId}/message_templates?limit=1`);
  const { body: signup } = await world.graph('POST', `/${world.wabaId}/signups`, {
    signup_message: 'News?',
    confirmation_message: 'Thank you',
    privacy_policy_url: 'https://example.com/privacy',
    website_url: 'https://example.com',
    policy: { accepted: true },
  });
  const { body: upload } = await world.graph(
    'POST',
    `/${world.appId}/uploads?file_length=5&file_type=image/png`,
  );
  const creditLineId = '700000000000002';
  const partnerAppId = '700000000000003';
  const { portfolios } = await world.simulator.control.getWorld();
  const portfolioId = String(portfolios[0]?.id);
  await world.simulator.control.mergeWorld({
    portfolios: [{ id: portfolioId, creditLine: { id: creditLineId, legalEntityName: 'Partner Inc.' } }],
    wabas: [{ id: '900000000000001' }],
    apps: [
      { id: partnerAppId, accessToken: 'EAApartner' },
      { id: world.appId, accessToken: 'EAAcredit', scopes: ['business_management'] },
      { id: world.appId, accessToken: 'EAApowerless', scopes: ['public_profile'] },
      { id: world.appId, accessToken: 'EAAforeign', wabaIds: [] },
    ],
  });
  const { body: preverified } = await world.graph('POST', `/${portfolioId}/add_phone_numbers`, {
    phone_number: '+81 90-5555-0009',
  });
  const { body: allocation } = await world.graph(
    'POST',
    `/${creditLineId}/whatsapp_credit_sharing_and_attach?waba_id=${world.wabaId}&waba_currency=USD`,
    undefined,
    'EAAcredit',
  );
  const { body: solution } = await world.graph('POST', `/${world.appId}/whatsapp_business_solution`, {
    solution_name: 'Together',
    partner_app_id: partnerAppId,
    owner_permissions: ['MESSAGING'],
    partner_permissions: [],
  });
  const { solution_id: solutionId } = Object(solution);
  await world.graph('POST', `/${solutionId}/accept`, undefined, 'EAApartner');
  const { body: intent } = await world.graph('POST', `/${world.wabaId}/set_solution_migration_intent`, {
    solution_id: solutionId,
  });
  ids = {
    WhatsAppBusinessPreVerifiedPhoneNumber: preverified.id,
    ExtendedCredit: creditLineId,
    ExtendedCreditAllocationConfig: Object(allocation).allocation_config_id,
    WhatsAppBusinessSolution: solutionId,
    WhatsAppBusinessSolutionMigrationIntent: intent.id,
    WhatsAppBusinessPhoneNumber: world.phoneNumberId,
    WhatsAppBusinessAccount: world.wabaId,
    Application: world.appId,
    WhatsAppMedia: media.id,
    WhatsAppMessageTemplate: Object(templates.data[0]).id,
    Business: portfolioId,
    ProductCatalog: catalogId,
    UploadSession: upload.id.split('?')[0] ?? '',
    WhatsAppBusinessFlow: flow.id,
    WhatsAppBusinessSignup: signup.id,
    WhatsAppBusinessGroup: Object(groups.data).groups[0].id,
  };
});
afterAll(() => world.stop());

const edges = listNodes().flatMap(({ graphType, edges: keys }) =>
  keys.map((key) => {
    const [method = '', path = ''] = key.split(' ');
    return {
      name: `${method} /{${graphType}}/${path}`,
      method,
      path: path.replaceAll(/:\w+/g, 'X'),
      graphType,
    };
  }),
);
const call = (
  { method, path, graphType }: (typeof edges)[number],
  token: string | null,
  version = '/v25.0',
) => world.graph(method, `${version}/${ids[graphType]}/${path}`.replace(/\/$/, ''), undefined, token);

/** The others are guarded by the app itself: no permission, no WABA. */
const guarded = edges.filter(({ graphType }) => !['Application', 'UploadSession'].includes(graphType));

describe.each(edges)('$name', (edge) => {
  test('without a token is 190 with HTTP 401, versioned or not', async () => {
    for (const version of ['/v25.0', '']) {
      const { status, body, headers } = await call(edge, null, version);
      expect([status, body.error.code]).toEqual([401, 190]);
      expect(headers.get('www-authenticate')).toContain('OAuth "Facebook Platform" "invalid_token"');
    }
  });

  test('answers the same with a version and without', async () => {
    if (edge.method !== 'GET') return;
    const [versioned, plain] = [await call(edge, accessToken), await call(edge, accessToken, '')];
    expect(plain.status).toBe(versioned.status);
    expect([versioned, plain].map(({ headers }) => headers.get('facebook-api-version'))).toEqual([
      'v25.0',
      'v25.0',
    ]);
  });
});

describe.each(guarded)('$name', (edge) => {
  test('without the permission is 10 or 200 with HTTP 403', async () => {
    const { status, body } = await call(edge, 'EAApowerless');
    expect(status).toBe(403);
    expect([10, 200]).toContain(body.error.code);
  });

  test('of a WABA the token does not reach looks like nothing', async () => {
    const { status, body } = await call(edge, 'EAAforeign');
    expect(status).toBe(400);
    if (edge.graphType === 'WhatsAppBusinessGroup') expect(body.error.code).toBe(131041);
    else expect(body.error).toMatchObject({ code: 100, error_subcode: 33, type: 'GraphMethodException' });
  });
});

test('with the setting, a foreign WABA is 200 instead', async () => {
  await world.simulator.control.setSettings({ graph: { foreignWaba: 'forbidden' } });
  const { status, body } = await world.graph('GET', `/${world.wabaId}`, undefined, 'EAAforeign');
  expect([status, body.error.code]).toEqual([403, 200]);
  await world.simulator.control.setSettings({ graph: { foreignWaba: 'unknown' } });
});

test('what no node has is refused as Graph does, by method', async () => {
  const get = await world.graph('GET', `/${world.wabaId}/extendedcredits`);
  expect(get.body.error.message).toBe(
    '(#100) Tried accessing nonexisting field (extendedcredits) on node type (WhatsAppBusinessAccount)',
  );
  for (const method of ['POST', 'DELETE', 'PUT']) {
    const { status, body } = await world.graph(method, `/${world.wabaId}/extendedcredits`);
    expect([status, body.error.code]).toEqual([400, 100]);
    expect(body.error.message).toContain(`Unsupported ${method.toLowerCase()} request.`);
  }
});

test('the index page lists every edge, and what is not simulated', async () => {
  const page = await (await fetch(world.simulator.url)).text();
  for (const { method, path } of edges) {
    if (!path.includes('X')) expect(page).toContain(`${method} /{id}${path === '' ? '' : `/${path}`}`);
  }
  expect(page).toContain('Not simulated');
});
