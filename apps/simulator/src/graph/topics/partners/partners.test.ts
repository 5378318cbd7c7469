import { afterEach, beforeEach, expect, test } from 'vitest';
import { advance, sendTemplate, valuesOf } from '../../../testing/send-template.ts';
import { type Answer, customer, startTestWorld, type TestWorld } from '../../../testing/start-test-world.ts';

const dayMs = 24 * 60 * 60 * 1000;
const creditLineId = '700000000000002';
const otherAppId = '700000000000003';
const otherPortfolioId = '700000000000004';
const number = '+81 90-5555-0009';

let world: TestWorld;
let portfolioId: string;
beforeEach(async () => {
  world = await startTestWorld({ app: { fields: ['messages', 'partner_solutions'] } });
  const { portfolios } = await world.simulator.control.getWorld();
  portfolioId = String(portfolios[0]?.id);
  await world.simulator.control.mergeWorld({
    portfolios: [
      { id: portfolioId, creditLine: { id: creditLineId, legalEntityName: 'Partner Inc.' } },
      { id: otherPortfolioId, name: 'Other' },
    ],
    apps: [
      { id: world.appId, accessToken: 'EAAbusiness', scopes: ['business_management'] },
      {
        id: otherAppId,
        accessToken: 'EAAother',
        scopes: ['whatsapp_business_management', 'business_management'],
      },
      { id: '700000000000005', accessToken: 'EAAstranger' },
    ],
  });
});
afterEach(() => world.stop());

const body = async (answer: Promise<Answer>) => Object((await answer).body);
const codeOf = async (answer: Promise<Answer>) => (await answer).body.error?.code;

const addPreverified = async () =>
  String((await body(world.graph('POST', `/${portfolioId}/add_phone_numbers`, { phone_number: number }))).id);
const requestCode = (id: string) => world.graph('POST', `/${id}/request_code?code_method=SMS&language=en_US`);
const verify = async (id: string) => {
  await requestCode(id);
  const { codes } = await world.simulator.control.listCodes();
  const { code } = codes.find(({ phoneNumberId }) => phoneNumberId === id) ?? {};
  return world.graph('POST', `/${id}/verify_code`, { code });
};
const choose = (id: string, phone = '90-5555-0009') =>
  world.graph('POST', `/${world.wabaId}/phone_numbers`, {
    cc: '81',
    phone_number: phone,
    verified_name: 'Annex',
    preverified_id: id,
  });

test('a number verified in advance needs no code where it is chosen, and leaves the list', async () => {
  const id = await addPreverified();
  expect(await body(world.graph('GET', `/${id}`))).toEqual({
    id,
    phone_number: '819055550009',
    code_verification_status: 'NOT_VERIFIED',
  });
  expect(await codeOf(choose(id))).toBe(100);
  expect(await body(verify(id))).toEqual({ success: true });
  expect(await codeOf(choose(id, '90-5555-0010'))).toBe(100);
  const { id: numberId } = await body(choose(id));
  const fields = 'code_verification_status,is_preverified_number';
  expect(await body(world.graph('GET', `/${numberId}?fields=${fields}`))).toEqual({
    id: numberId,
    code_verification_status: 'VERIFIED',
    is_preverified_number: true,
  });
  expect(await body(world.graph('GET', `/${portfolioId}/preverified_numbers`))).toEqual({ data: [] });
});

test('a verification in advance lasts 90 days, and can be had again', async () => {
  const id = await addPreverified();
  await verify(id);
  expect(await codeOf(requestCode(id))).toBe(136025);
  await advance(world, 90 * dayMs);
  const list = (status: string) =>
    body(world.graph('GET', `/${portfolioId}/preverified_numbers?code_verification_status=${status}`));
  expect((await list('EXPIRED')).data).toMatchObject([{ id, code_verification_status: 'EXPIRED' }]);
  expect((await list('VERIFIED')).data).toEqual([]);
  expect(await codeOf(choose(id))).toBe(100);
  expect((await verify(id)).status).toBe(200);
  expect((await choose(id)).status).toBe(200);
});

test('a pre-verified number is listed for the partners it is shared with', async () => {
  const id = await addPreverified();
  const share = (partner: string) =>
    world.graph('POST', `/${portfolioId}/share_preverified_numbers`, {
      preverified_id: id,
      partner_business_id: partner,
    });
  expect(await codeOf(share(portfolioId))).toBe(100);
  expect(await body(share(otherPortfolioId))).toEqual({ success: true });
  expect((await body(world.graph('GET', `/${id}/partners`))).data).toEqual([
    { id: otherPortfolioId, name: 'Other' },
  ]);
  const listed = await body(world.graph('GET', `/${otherPortfolioId}/preverified_numbers?fields=id`));
  expect(listed.data).toEqual([{ id }]);
});

test('a number that is taken, added before or none cannot be verified in advance', async () => {
  await addPreverified();
  for (const phone_number of [number, '+81 3-5550-0100', '12', undefined]) {
    expect(await codeOf(world.graph('POST', `/${portfolioId}/add_phone_numbers`, { phone_number }))).toBe(
      100,
    );
  }
});

test('125 codes an hour can be tried for one pre-verified number', async () => {
  const id = await addPreverified();
  const guess = () => codeOf(world.graph('POST', `/${id}/verify_code`, { code: '000000' }));
  for (let attempt = 0; attempt < 125; attempt += 1) expect(await guess()).toBe(136025);
  expect(await guess()).toBe(4);
});

const credit = (method: string, path: string) => world.graph(method, path, undefined, 'EAAbusiness');
const attach = (currency = 'EUR') =>
  credit(
    'POST',
    `/${creditLineId}/whatsapp_credit_sharing_and_attach?waba_id=${world.wabaId}&waba_currency=${currency}`,
  );

test('a credit line pays for an account until its allocation is revoked', async () => {
  const templates = [
    { name: 'notice', language: 'en', components: [{ type: 'BODY', text: 'Closed today' }] },
  ];
  await world.simulator.control.mergeWorld({
    wabas: [{ id: world.wabaId, isPaymentMissing: true, templates }],
  });
  expect((await body(credit('GET', `/${portfolioId}/extendedcredits`))).data).toEqual([
    { id: creditLineId, legal_entity_name: 'Partner Inc.' },
  ]);
  const attached = await body(attach());
  expect(attached).toEqual({ allocation_config_id: expect.any(String), waba_id: world.wabaId });
  const id = attached.allocation_config_id;
  const allocation = await body(credit('GET', `/${id}?fields=receiving_credential{id}`));
  const waba = () => body(world.graph('GET', `/${world.wabaId}?fields=primary_funding_id,currency`));
  expect(await waba()).toMatchObject({
    primary_funding_id: allocation.receiving_credential.id,
    currency: 'EUR',
  });
  const list = (receiver: string) =>
    body(
      credit('GET', `/${creditLineId}/owning_credit_allocation_configs?receiving_business_id=${receiver}`),
    );
  expect((await list(portfolioId)).data).toMatchObject([{ id }]);
  expect((await list(otherPortfolioId)).data).toEqual([]);

  expect(await body(credit('DELETE', `/${id}`))).toEqual({ success: true });
  expect(await waba()).not.toHaveProperty('primary_funding_id');
  const sent = await body(sendTemplate(world, 'notice', customer.waId));
  await world.simulator.control.settle();
  const statuses = valuesOf(world, 'messages').flatMap(({ statuses: told }) => told);
  expect(statuses.find(({ id: told }) => told === sent.messages?.[0].id)).toMatchObject({
    status: 'failed',
    errors: [{ code: 131042 }],
  });
});

test('a credit line asks for business_management, a currency, and an account nobody pays for yet', async () => {
  expect([10, 200]).toContain(await codeOf(world.graph('GET', `/${portfolioId}/extendedcredits`)));
  expect(await codeOf(attach('dollars'))).toBe(100);
  expect((await attach()).status).toBe(200);
  expect(await codeOf(attach())).toBe(100);
});

const solutionOf = async () =>
  String(
    (
      await body(
        world.graph('POST', `/${world.appId}/whatsapp_business_solution`, {
          solution_name: 'Together',
          partner_app_id: otherAppId,
          owner_permissions: ['MESSAGING'],
          partner_permissions: [],
        }),
      )
    ).solution_id,
  );
const as = (token: string) => (id: string, step: string) =>
  world.graph('POST', `/${id}/${step}`, undefined, token);
const partner = as('EAAother');
const owner = as('EAAtesttoken');
const statusOf = async (id: string) => (await body(world.graph('GET', `/${id}`))).status;

test('a solution is accepted by the invited partner and ended by both; each step is told', async () => {
  const id = await solutionOf();
  expect(await codeOf(owner(id, 'accept'))).toBe(200);
  expect((await partner(id, 'accept')).status).toBe(200);
  expect(await codeOf(partner(id, 'reject'))).toBe(100);
  expect((await owner(id, 'send_deactivation_request')).status).toBe(200);
  expect(await codeOf(owner(id, 'accept_deactivation_request'))).toBe(200);
  expect((await partner(id, 'reject_deactivation_request')).status).toBe(200);
  expect(await statusOf(id)).toBe('ACTIVE');
  await partner(id, 'send_deactivation_request');
  await owner(id, 'accept_deactivation_request');
  expect(await statusOf(id)).toBe('DEACTIVATED');
  await world.simulator.control.settle();
  const told = valuesOf(world, 'partner_solutions');
  expect(told[0]).toEqual({ event: 'SOLUTION_CREATED', solution_id: id, solution_status: 'INITIATED' });
  expect(told.slice(1).map(({ event, solution_status }) => `${event} ${solution_status}`)).toEqual([
    'SOLUTION_UPDATED ACTIVE',
    'SOLUTION_UPDATED PENDING_DEACTIVATION',
    'SOLUTION_UPDATED ACTIVE',
    'SOLUTION_UPDATED PENDING_DEACTIVATION',
    'SOLUTION_UPDATED DEACTIVATED',
  ]);
});

test('a solution is nothing to an app that has no part in it', async () => {
  const id = await solutionOf();
  const { status, body: refusal } = await world.graph('GET', `/${id}`, undefined, 'EAAstranger');
  expect([status, refusal.error.code, refusal.error.error_subcode]).toEqual([400, 100, 33]);
  const list = (appId: string, role: string, token: string) =>
    body(world.graph('GET', `/${appId}/whatsapp_business_solutions?role=${role}`, undefined, token));
  expect((await list(world.appId, 'OWNER', 'EAAtesttoken')).data).toMatchObject([{ id }]);
  expect((await list(world.appId, 'PARTNER', 'EAAtesttoken')).data).toEqual([]);
  expect((await list(otherAppId, 'PARTNER', 'EAAother')).data).toMatchObject([{ id, status: 'INITIATED' }]);
});

test('an account is marked for one active solution, whose partners get a token for it', async () => {
  const id = await solutionOf();
  const mark = (solution_id: string) =>
    world.graph('POST', `/${world.wabaId}/set_solution_migration_intent`, { solution_id });
  expect(await codeOf(mark(id))).toBe(100);
  await partner(id, 'accept');
  const intent = await body(mark(id));
  expect(await body(world.graph('GET', `/${intent.id}`))).toEqual({
    id: intent.id,
    solution: { id, name: 'Together' },
  });
  expect((await body(world.graph('GET', `/${world.wabaId}/solutions`))).data).toMatchObject([{ id }]);
  const another = await solutionOf();
  await partner(another, 'accept');
  expect(await codeOf(mark(another))).toBe(2593079);

  const tokenOf = (business: string) =>
    world.graph('GET', `/${id}/access_token?business_id=${business}`, undefined, 'EAAother');
  expect(await codeOf(tokenOf(otherPortfolioId))).toBe(100);
  const { access_token: token } = await body(tokenOf(portfolioId));
  expect((await world.graph('GET', `/${world.wabaId}`, undefined, token)).status).toBe(200);
});
