import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessToken, startTestWorld, type TestWorld } from '../../../testing/start-test-world.ts';

const products = [
  { retailerId: 'SENCHA-100', name: '煎茶 100g', priceMicros: 1_200_000_000, currency: 'JPY' },
  { retailerId: 'MATCHA-30', name: 'Matcha <30 g>', priceMicros: 18_500_000, currency: 'USD' },
  { retailerId: 'TRAY-OAK', name: 'Oak tray', priceMicros: 2_400_000_000, currency: 'JPY' },
];

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
  const catalog = { id: '600000000000001', name: 'Tea', products };
  await world.simulator.control.mergeWorld({ wabas: [{ id: world.wabaId, catalog }] });
});
afterAll(() => world.stop());

interface Answer {
  readonly data: readonly { readonly retailer_id: string; readonly image_url: string }[];
  readonly paging?: { readonly cursors: { readonly after: string }; readonly next?: string };
  readonly error?: object;
}

async function list(query: Readonly<Record<string, string>>, token = accessToken): Promise<Answer> {
  const url = `${world.simulator.url}/v25.0/600000000000001/products?${new URLSearchParams(query).toString()}`;
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  // What Graph answers is what these tests are about.
  return (await answer.json()) as Answer;
}

async function find(filter: object): Promise<readonly string[]> {
  const { data } = await list({ filter: JSON.stringify(filter), fields: 'retailer_id' });
  return data.map((item) => item.retailer_id);
}

describe('the products of a catalog', () => {
  test('come with the fields asked for, page by page', async () => {
    const fields = 'id,retailer_id,name,price,currency,image_url,availability';
    const { data, paging } = await list({ fields, limit: '2' });
    expect(data).toMatchObject([
      { retailer_id: 'SENCHA-100', price: '¥1,200', currency: 'JPY', availability: 'in stock' },
      { retailer_id: 'MATCHA-30', price: '$18.50', currency: 'USD' },
    ]);
    const last = await list({ fields, limit: '2', after: paging?.cursors.after ?? '' });
    expect(last.data).toMatchObject([{ retailer_id: 'TRAY-OAK', name: 'Oak tray' }]);
    expect(last.paging?.next).toBeUndefined();
  });

  test('have a picture', async () => {
    const { data } = await list({ fields: 'image_url' });
    const picture = await fetch(data[1]?.image_url ?? '');
    expect(picture.headers.get('content-type')).toContain('image/svg+xml');
    expect(await picture.text()).toContain('>M<');
  });

  test('are found by rules on names and ids', async () => {
    expect(await find({ name: { i_contains: 'MATCHA' } })).toEqual(['MATCHA-30']);
    expect(await find({ retailer_id: { is_any: ['TRAY-OAK', 'GONE'] } })).toEqual(['TRAY-OAK']);
    const either = { or: [{ name: { contains: '茶' } }, { retailer_id: { eq: 'TRAY-OAK' } }] };
    expect(await find(either)).toEqual(['SENCHA-100', 'TRAY-OAK']);
    expect(await find({ and: [either, { name: { contains: 'Oak' } }] })).toEqual(['TRAY-OAK']);
  });

  test('are refused to a filter that cannot be read', async () => {
    expect((await list({ filter: '{name' })).error).toMatchObject({ code: 100 });
    expect((await list({ filter: '{"brand":{"eq":"x"}}' })).error).toMatchObject({ code: 100 });
  });

  test('are refused to a token without catalog_management', async () => {
    await world.simulator.control.mergeWorld({
      apps: [{ id: world.appId, accessToken: 'EAAnocatalog', scopes: ['whatsapp_business_management'] }],
    });
    expect(await list({}, 'EAAnocatalog')).toMatchObject({ error: { code: 10 } });
  });
});
