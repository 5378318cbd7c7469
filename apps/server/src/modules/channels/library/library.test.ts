import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCatalog } from '../../../../test/sample-account.ts';
import { createSendingHarness, type SendingHarness } from '../../../../test/sending-harness.ts';
import { TestClock } from '../../../../test/test-clock.ts';
import { createTestPlatform, type TestPlatform } from '../../../../test/test-platform.ts';

const clock = new TestClock();
let platform: TestPlatform;
let world: SendingHarness;
let channelId: string;

beforeAll(async () => {
  platform = await createTestPlatform({ clock });
  world = await createSendingHarness(platform, { dispatch: false });
  channelId = await world.connect();
});
afterAll(async () => {
  await world?.close();
  await platform?.close();
});

const listProducts = (query: Readonly<Record<string, unknown>> = {}) =>
  world.call('listProducts', { params: { channelId }, query });
const listFlows = () => world.call('listWhatsAppFlows', { params: { channelId } });

async function makeFlow(name: string): Promise<string> {
  const { accessToken } = world.credentials;
  const answer = await fetch(`${world.simulator.url}/v25.0/${world.wabaId}/flows`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name, categories: ['SURVEY'] }),
  });
  return ((await answer.json()) as { readonly id: string }).id;
}

describe('what messages can name', () => {
  it('products come with their names and prices', async () => {
    expect(await listProducts({ search: 'mug-02' })).toEqual({
      catalog: { id: sampleCatalog.id, name: sampleCatalog.name },
      items: [
        {
          catalogId: sampleCatalog.id,
          productId: 'mug-02',
          name: 'Mug mug-02',
          price: { currency: 'JPY', amountMicros: 1_200_000_000 },
          pictureUrl: expect.stringContaining('/whatsapp_business/products/'),
          availability: 'in stock',
        },
      ],
      nextCursor: null,
    });
  });

  it('are looked up by ids; what the catalog does not know is left out', async () => {
    const { items } = await listProducts({ productIds: 'mug-03,gone,mug-01' });
    expect(items).toMatchObject([{ productId: 'mug-01' }, { productId: 'mug-03' }]);
  });

  it('Flows come in our words, and are asked for again after some minutes', async () => {
    const first = { id: await makeFlow('ask_1'), name: 'ask_1', status: 'draft', categories: ['survey'] };
    expect(await listFlows()).toMatchObject({ items: [first] });
    const second = { id: await makeFlow('ask_2'), name: 'ask_2' };
    expect(await listFlows()).toMatchObject({ items: [first] });
    clock.advance(4 * 60 * 1000);
    expect(await listFlows()).toMatchObject({ items: [second, first] });
  });

  it('a refusal says which permission is missing, and is not remembered', async () => {
    clock.advance(4 * 60 * 1000);
    await world.simulator.control.setFaults({
      answer: [{ match: { edge: 'products' }, status: 400, code: 10, times: 1 }],
    });
    await expect(listProducts()).rejects.toMatchObject({
      problem: {
        code: 'catalog_not_readable',
        providerCode: 10,
        remedy: { en: expect.stringContaining('catalog_management') },
      },
    });
    expect(await listProducts()).toMatchObject({ catalog: { id: sampleCatalog.id } });
  });

  it('nothing is told of a channel that is not there', async () => {
    const params = { channelId: '018f0000-0000-7000-8000-000000000000' };
    await expect(world.call('listProducts', { params })).rejects.toMatchObject({ code: 'not_found' });
  });
});
