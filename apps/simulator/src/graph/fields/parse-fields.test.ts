import { expect, test } from 'vitest';
import { parseFields } from './parse-fields.ts';

test('names, sub-selections and arguments are told apart', () => {
  expect(parseFields('a, b{c,d{e}} ,f.limit(5){g}')).toEqual([
    { name: 'a', arguments: {} },
    {
      name: 'b',
      arguments: {},
      selection: 'c,d{e}',
      fields: [
        { name: 'c', arguments: {} },
        { name: 'd', arguments: {}, selection: 'e', fields: [{ name: 'e', arguments: {} }] },
      ],
    },
    { name: 'f', arguments: { limit: '5' }, selection: 'g', fields: [{ name: 'g', arguments: {} }] },
  ]);
});

test('lists in arguments keep their commas, dots and brackets', () => {
  const [request] = parseFields(
    'pricing_analytics.start(1).end(2).granularity(DAILY).dimensions(["PHONE","TIER"]).phone_numbers([])',
  );
  expect(request).toMatchObject({
    name: 'pricing_analytics',
    arguments: { start: '1', end: '2', dimensions: '["PHONE","TIER"]', phone_numbers: '[]' },
  });
});

test('empty names are nothing, and a torn end is read as far as it goes', () => {
  expect(parseFields(' ,,a,')).toHaveLength(1);
  expect(parseFields('a{b')[0]?.name).toBe('a');
});
