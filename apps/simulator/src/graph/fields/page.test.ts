import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestWorld, type TestWorld } from '../../testing/start-test-world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await startTestWorld();
  for (const prefilled_message of ['1', '2', '3', '4', '5']) {
    await world.graph('POST', `/${world.phoneNumberId}/message_qrdls`, { prefilled_message });
  }
});
afterAll(() => world.stop());

const read = async (path: string) => (await world.graph('GET', path)).body;
const textsOf = (body: { readonly data: readonly unknown[] }) =>
  body.data.map((item) => Object(item).prefilled_message).join('');
const own = (query: string) => `/v24.0/${world.phoneNumberId}/message_qrdls?${query}`;

test('pages are walked forwards by next and back by previous', async () => {
  const first = await read(own('limit=2'));
  const follow = async (link: string | undefined) => read((link ?? '').replace(world.simulator.url, ''));
  expect(Object(first.paging)).not.toHaveProperty('previous');
  expect(first.paging?.next).toContain('/v24.0/');
  const second = await follow(first.paging?.next);
  const third = await follow(second.paging?.next);
  expect([first, second, third].map(textsOf)).toEqual(['54', '32', '1']);
  expect(Object(third.paging)).not.toHaveProperty('next');
  const back = await follow(Object(third.paging).previous);
  expect(textsOf(back)).toBe('32');
});

test('the links keep the other parameters, never the token', async () => {
  const { paging } = await read(own('limit=1&fields=code'));
  expect(paging?.next).toContain('fields=code');
  expect(paging?.next).not.toContain('access_token');
});

test('an empty list has no paging', async () => {
  expect(await read(`/${world.wabaId}/flows`)).toEqual({ data: [] });
});

test.each([
  ['limit=x', 'Param limit must be an integer.'],
  ['limit=0', 'Param limit must be greater than or equal to 1.'],
  ['after=nonsense', 'Param after is not a valid cursor.'],
])('%s is refused with 100', async (query, message) => {
  const { error } = await read(own(query));
  expect([error.code, error.message]).toEqual([100, `(#100) ${message}`]);
});
